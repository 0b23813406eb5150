import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { WISHLIST_MODULE, type WishlistService } from ".."
import { Wishlist, WishlistItem, WishlistNews } from "../models"
import type { Notify, Sighting } from "../types"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<WishlistService>({
  moduleName: WISHLIST_MODULE,
  moduleModels: [Wishlist, WishlistItem, WishlistNews],
  resolve: "./src/modules/wishlist",
  testSuite: ({ service }) => {
    const kes = (price: number, in_stock = true): Sighting => ({
      in_stock,
      price,
      currency_code: "kes",
    })

    const watched = async (seen: Sighting, notify?: Notify) => {
      const list = await service.createList({
        name: "Wishlist",
        customer_id: "cus_1",
        token_hash: null,
      })
      const added = await service.addItem({
        wishlist_id: list?.id ?? "",
        product_id: "prod_1",
        variant_id: "variant_1",
        sales_channel_id: "sc_1",
        region_id: "reg_1",
        notify,
        seen,
      })
      return "item" in added ? added.item.id : ""
    }
    const look = async (now: Sighting) =>
      (await service.listWatched({ limit: 100 })).map(({ id, seen_no }) => ({
        id,
        seen_no,
        ...now,
      }))
    const note = async (now: Sighting) => service.noteLooks(await look(now))
    const told = async () =>
      (
        await service.listWishlistNews({}, { order: { created_at: "ASC" } })
      ).map(({ kind, previous_price, price }) => [kind, previous_price, price])

    it("tells of stock that is back, once for each time", async () => {
      await watched(kes(100, false))

      expect(await note(kes(100, true))).toBe(1)
      expect(await note(kes(100, true))).toBe(0)
      expect(await note(kes(100, false))).toBe(0)
      expect(await note(kes(100, true))).toBe(1)

      expect((await told()).map(([kind]) => kind)).toEqual([
        "back_in_stock",
        "back_in_stock",
      ])
    })

    it("tells of a price that is lower than it was last", async () => {
      await watched(kes(100))

      expect(await note(kes(90))).toBe(1)
      expect(await note(kes(90))).toBe(0)
      expect(await note(kes(120))).toBe(0)
      expect(await note(kes(119.5))).toBe(1)

      expect(await told()).toEqual([
        ["price_dropped", 100, 90],
        ["price_dropped", 120, 119.5],
      ])
    })

    it("does not compare two currencies, nor a price with none", async () => {
      await watched(kes(100))

      expect(await note({ ...kes(2), currency_code: "usd" })).toBe(0)
      expect(
        await note({ in_stock: true, price: null, currency_code: null })
      ).toBe(0)
      expect(await note({ ...kes(1), currency_code: "usd" })).toBe(1)
    })

    it("tells those who asked, and not what they did not ask for", async () => {
      await watched(kes(100, false), { back_in_stock: false })
      await watched(kes(100, false), { price_drop: false })
      await watched(kes(100, false), {
        back_in_stock: false,
        price_drop: false,
      })

      expect(await note(kes(90, true))).toBe(2)

      const kinds = (await told()).map(([kind]) => kind).sort()
      expect(kinds).toEqual(["back_in_stock", "price_dropped"])
    })

    it("tells once when ten look at once, and late ones not at all", async () => {
      await watched(kes(100, false))
      const early = await look(kes(100, true))

      const found = await Promise.all(
        Array.from({ length: 10 }, () => service.noteLooks(early))
      )

      expect(found.sort()).toEqual([...Array(9).fill(0), 1])
      await note(kes(100, false))
      // Who saw it in stock before it was sold again comes too late to say so.
      expect(await service.noteLooks(early)).toBe(0)
      expect(await told()).toHaveLength(1)
    })

    it("gives each news to one teller, and again when that one died", async () => {
      await watched(kes(100, false))
      await note(kes(90, true))

      const claims = await Promise.all(
        Array.from({ length: 5 }, () => service.claimNews(10))
      )
      expect(claims.map((claim) => claim.length).sort()).toEqual([
        0, 0, 0, 0, 2,
      ])

      const [row] = claims.flat()
      await service.updateWishlistNews({ id: row.id, busy_until: new Date(0) })
      const [again] = await service.claimNews(10)
      expect(again).toMatchObject({ id: row.id, customer_id: "cus_1" })
      await service.forgetNews([again.id])
      expect(await told()).toHaveLength(1)
    })

    it("goes through the entries in pages, and only those of some products", async () => {
      await watched(kes(100))
      await watched(kes(100))
      const [one] = await service.listWatched({ limit: 1 })
      const [two] = await service.listWatched({ limit: 1, after: one })

      expect(two.id).not.toBe(one.id)
      expect(await service.listWatched({ limit: 1, after: two })).toEqual([])
      expect(
        await service.listWatched({ limit: 9, product_ids: ["prod_2"] })
      ).toEqual([])
      expect(
        await service.listWatched({ limit: 9, product_ids: ["prod_1"] })
      ).toHaveLength(2)
    })
  },
})
