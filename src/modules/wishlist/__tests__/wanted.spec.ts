import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { WISHLIST_MODULE, type WishlistService } from ".."
import { Wishlist, WishlistItem, WishlistNews } from "../models"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<WishlistService>({
  moduleName: WISHLIST_MODULE,
  moduleModels: [Wishlist, WishlistItem, WishlistNews],
  resolve: "./src/modules/wishlist",
  testSuite: ({ service, MikroOrmWrapper }) => {
    const run = (text: string) =>
      (MikroOrmWrapper.forkManager() as unknown as EntityManager).execute(text)

    const listOf = async (customer_id: string | null, wanted: string[]) => {
      const list = await service.createList({
        name: "Wishlist",
        customer_id,
        token_hash: null,
      })
      for (const product_id of wanted) {
        await service.addItem({
          wishlist_id: list?.id ?? "",
          product_id,
          variant_id: null,
          sales_channel_id: null,
          region_id: null,
          seen: { in_stock: true, price: null, currency_code: null },
        })
      }
      return list?.id ?? ""
    }
    const wanted = (changes: object = {}) =>
      service.listWanted({
        order: { by: "lists", descending: true },
        limit: 10,
        offset: 0,
        ...changes,
      })

    it("counts lists and people of each product", async () => {
      await listOf("cus_1", ["prod_1", "prod_2"])
      await listOf("cus_1", ["prod_1"])
      await listOf("cus_2", ["prod_1"])
      await listOf(null, ["prod_2"])
      await service.deleteList(await listOf(null, ["prod_2", "prod_3"]))

      const [rows, count] = await wanted()

      expect(count).toBe(2)
      expect(rows).toEqual([
        expect.objectContaining({ product_id: "prod_1", lists: 3, people: 2 }),
        expect.objectContaining({ product_id: "prod_2", lists: 2, people: 2 }),
      ])
      const [[only], one] = await wanted({ product_ids: ["prod_2"] })
      expect([only.product_id, one]).toEqual(["prod_2", 1])
      const [[last]] = await wanted({ offset: 1, limit: 1 })
      expect(last.product_id).toBe("prod_2")
    })

    it("says what was added in the last days, and in as many before", async () => {
      for (const days of [1, 6, 8, 13, 20, 40, 70]) {
        const id = await listOf(null, ["prod_1"])
        await run(
          `update wishlist_item set created_at = now() - interval '${days} days'
            where wishlist_id = '${id}'`
        )
      }

      const [[row]] = await wanted()

      expect(row).toMatchObject({
        lists: 7,
        added_7d: 2,
        previous_7d: 2,
        added_30d: 5,
        previous_30d: 1,
      })
    })

    it("removes what was deleted long ago, and guests nobody saw since", async () => {
      await listOf("cus_1", ["prod_1"])
      const deleted = await listOf("cus_1", ["prod_2"])
      await listOf(null, ["prod_3"])
      const forgotten = await listOf(null, ["prod_4"])
      await service.deleteList(deleted)
      const patience = { deleted_days: 30, guest_days: 180 }
      expect(await service.purge(patience, 10)).toEqual({ items: 0, lists: 0 })
      await run(
        `update wishlist set deleted_at = now() - interval '31 days'
          where id = '${deleted}'`
      )
      await run(
        `update wishlist set updated_at = now() - interval '181 days'
          where id in ('${forgotten}', '${deleted}')`
      )

      const purged = await Promise.all([
        service.purge(patience, 10),
        service.purge(patience, 10),
      ])

      expect(purged[0].lists + purged[1].lists).toBe(2)
      expect(
        (await service.listWishlistItems({}, { withDeleted: true }))
          .map(({ product_id }) => product_id)
          .sort()
      ).toEqual(["prod_1", "prod_3"])
    })
  },
})
