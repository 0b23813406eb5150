import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { PRODUCT_COST_MODULE } from ".."
import { ProductCost } from "../models/product-cost"
import type { ProductCostService } from "../service"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<ProductCostService>({
  moduleName: PRODUCT_COST_MODULE,
  moduleModels: [ProductCost],
  resolve: "./src/modules/product-cost",
  testSuite: ({ service }) => {
    const cost = (amount: number) => ({ amount, currency_code: "kes" })
    const save = (amount: number | null, product_id = "prod_1") =>
      service.saveCosts([
        { product_id, cost: amount === null ? null : cost(amount) },
      ])
    const all = () =>
      service.listProductCosts({}, { order: { product_id: "ASC" } })

    describe("the cost of a product", () => {
      it("is written, changed and taken away, and tells how it was", async () => {
        expect(await save(900.5)).toEqual([
          { product_id: "prod_1", cost: null },
        ])
        expect(await save(800.25)).toEqual([
          { product_id: "prod_1", cost: cost(900.5) },
        ])
        expect(await all()).toMatchObject([
          {
            id: expect.stringMatching(/^pcost_/),
            product_id: "prod_1",
            amount: 800.25,
            currency_code: "kes",
          },
        ])

        expect(await save(null)).toEqual([
          { product_id: "prod_1", cost: cost(800.25) },
        ])
        expect(await all()).toEqual([])
      })

      it("goes back to what it was", async () => {
        await save(100)
        const before = await service.saveCosts([
          { product_id: "prod_1", cost: cost(200) },
          { product_id: "prod_2", cost: cost(300) },
        ])

        await service.saveCosts(before)

        expect(await all()).toMatchObject([
          { product_id: "prod_1", amount: 100 },
        ])
      })

      it("is one row, however many write it at once", async () => {
        await Promise.all([1, 2, 3, 4, 5].map((amount) => save(amount)))
        expect(await all()).toHaveLength(1)
      })

      it("is never below zero", async () => {
        await expect(save(-1)).rejects.toThrow(/ck_product_cost/i)
        expect(await all()).toEqual([])
      })

      it("goes with its product and comes back with it", async () => {
        await save(100)
        await service.hideProducts(["prod_1"])
        expect(await all()).toEqual([])
        await service.bringBackProducts(["prod_1"])
        expect(await all()).toHaveLength(1)
      })
    })
  },
})
