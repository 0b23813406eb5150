import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { ORDER_DESK_MODULE } from ".."
import { CashCollection } from "../models/cash-collection"
import type { OrderDeskService } from "../service"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<OrderDeskService>({
  moduleName: ORDER_DESK_MODULE,
  moduleModels: [CashCollection],
  resolve: "./src/modules/order-desk",
  testSuite: ({ service }) => {
    const phone = "+254712345678"
    const open = (order_id = "order_1", limit: object = {}) =>
      service.openCash(
        { order_id, currency_code: "kes", phone, amount_due: 1250.5 },
        { max_open: null, except: [], ...limit }
      )
    const collect = (amount: string, order_id = "order_1") =>
      service.collectCash({
        order_id,
        amount,
        note: "At the gate",
        by: "user_1",
      })
    const read = async (order_id = "order_1") =>
      (await service.listCashCollections({ order_id }))[0]

    describe("the money of an order", () => {
      it("is due once, however often that is told", async () => {
        const told = await Promise.all(
          Array.from({ length: 5 }, () => open("order_1"))
        )

        expect(told.sort()).toEqual([...Array(4).fill("known"), "opened"])
        expect(await service.listCashCollections({})).toHaveLength(1)
        expect(await read()).toMatchObject({
          id: expect.stringMatching(/^cash_/),
          state: "due",
          amount_due: 1250.5,
          phone,
        })
      })

      it.each([
        ["1250.5", 0],
        ["1250", -0.5],
        ["1300", 49.5],
      ])(
        "is collected as %s, which differs by %d",
        async (amount, difference) => {
          await open()

          expect(await collect(amount)).toBe(true)

          expect(await read()).toMatchObject({
            state: "collected",
            amount_due: 1250.5,
            amount_collected: Number(amount),
            difference,
            driver_note: "At the gate",
            collected_by: "user_1",
            collected_at: expect.any(Date),
          })
        }
      )

      it("is not collected twice", async () => {
        await open()

        const times = await Promise.all(
          ["1250.5", "1", "2", "3", "4"].map((amount) => collect(amount))
        )

        expect(times.filter(Boolean)).toHaveLength(1)
      })

      it("that was taken back is due as before", async () => {
        await open()
        await collect("1000")

        expect(await service.uncollectCash("order_1")).toBe(true)

        expect(await read()).toMatchObject({
          state: "due",
          amount_collected: null,
          difference: null,
          driver_note: null,
          collected_at: null,
        })
      })

      it("is settled once, and only after it was collected", async () => {
        const settle = () =>
          service.settleCash({
            order_id: "order_1",
            note: "Box 3",
            by: "user_2",
          })
        await open()
        expect(await settle()).toBe(false)
        await collect("1250.5")

        const times = await Promise.all([settle(), settle(), settle()])

        expect(times.filter(Boolean)).toHaveLength(1)
        expect(await read()).toMatchObject({
          state: "settled",
          driver_note: "At the gate\nBox 3",
          settled_by: "user_2",
        })
        expect(await collect("1")).toBe(false)
        expect(await service.uncollectCash("order_1")).toBe(false)
      })
    })

    describe("cash of an order that was paid another way", () => {
      it("is withdrawn once, and neither collected nor due again", async () => {
        await open()

        const withdrawn = await Promise.all(
          Array.from({ length: 5 }, () => service.withdrawCash("order_1"))
        )

        expect(withdrawn.filter(Boolean)).toHaveLength(1)
        expect(await collect("1250.5")).toBe(false)
        expect(await open()).toBe("known")
        expect(await read()).toMatchObject({
          state: "withdrawn",
          amount_collected: null,
        })
      })

      it("is not withdrawn once the driver has it", async () => {
        await open()
        await collect("1250.5")

        expect(await service.withdrawCash("order_1")).toBe(false)
        expect(await read()).toMatchObject({ state: "collected" })
      })

      it("is either collected or withdrawn", async () => {
        await open()

        const [collected, withdrawn] = await Promise.all([
          collect("1250.5"),
          service.withdrawCash("order_1"),
        ])

        expect(collected).toBe(!withdrawn)
        expect((await read()).state).toBe(collected ? "collected" : "withdrawn")
      })
    })

    describe("the limit of open orders", () => {
      it("holds for ten of one phone at once", async () => {
        const opened = await Promise.all(
          Array.from({ length: 10 }, (_, turn) =>
            open(`order_${turn}`, { max_open: 3 })
          )
        )

        expect(opened.filter((one) => one === "opened")).toHaveLength(3)
        expect(opened.filter((one) => one === "too_many")).toHaveLength(7)
        expect(await service.listCashCollections({})).toHaveLength(3)
      })

      it("does not count an order that is due already as one more", async () => {
        const limit = { max_open: 2 }
        await open("order_1", limit)
        await open("order_2", limit)

        expect(await open("order_2", limit)).toBe("known")
      })

      it("does not count what is collected, withdrawn or cancelled", async () => {
        const limit = { max_open: 2 }
        await open("order_1", limit)
        await open("order_2", limit)
        expect(await open("order_3", limit)).toBe("too_many")

        expect(await open("order_3", { ...limit, except: ["order_1"] })).toBe(
          "opened"
        )
        await collect("1250.5", "order_1")
        await service.withdrawCash("order_2")
        expect(await open("order_4", limit)).toBe("opened")
      })
    })
  },
})
