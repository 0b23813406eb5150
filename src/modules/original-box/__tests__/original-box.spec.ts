import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { ORIGINAL_BOX_MODULE } from ".."
import { CartBox } from "../models/cart-box"
import { OrderBox } from "../models/order-box"
import { OriginalBox } from "../models/original-box"
import type { OriginalBoxService } from "../service"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<OriginalBoxService>({
  moduleName: ORIGINAL_BOX_MODULE,
  moduleModels: [OriginalBox, CartBox, OrderBox],
  resolve: "./src/modules/original-box",
  testSuite: ({ service }) => {
    const offer = (product_id = "prod_1") =>
      service.createOriginalBoxes({ product_id, price_set_id: "pset_1" })
    const bind = (changes: object = {}) =>
      service.createOrderBoxes({
        order_id: "order_1",
        watch_line_id: "line_1",
        box_line_id: "line_2",
        ...changes,
      })

    describe("an offer", () => {
      it("stands until it is withdrawn, uncounted", async () => {
        expect(await offer()).toMatchObject({
          id: expect.stringMatching(/^obox_/),
          offered: true,
          inventory_item_id: null,
        })
      })

      it("is one for a product, and may come back after it was removed", async () => {
        const { id } = await offer()
        await expect(offer()).rejects.toThrow(/already exists/)

        await service.softDeleteOriginalBoxes([id])

        expect(await offer()).toMatchObject({ product_id: "prod_1" })
        expect(await service.listOriginalBoxes({})).toHaveLength(1)
      })
    })

    describe("a box of an order", () => {
      it("is the box of one line, and a line has one", async () => {
        await bind()

        await expect(bind({ box_line_id: "line_3" })).rejects.toThrow(
          /already exists/
        )
        await expect(bind({ watch_line_id: "line_3" })).rejects.toThrow(
          /already exists/
        )
      })

      it("is counted back once, however many count at once", async () => {
        const { id } = await bind()

        const counted = await Promise.all(
          Array.from({ length: 5 }, () =>
            service.countRestocked({ id, from: 0, to: 2 })
          )
        )

        expect(counted.filter(Boolean)).toHaveLength(1)
        expect(await service.retrieveOrderBox(id)).toMatchObject({
          restocked: 2,
        })
        expect(await service.countRestocked({ id, from: 0, to: 3 })).toBe(false)
      })
    })
  },
})
