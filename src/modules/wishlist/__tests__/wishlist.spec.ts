import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { WISHLIST_MODULE, type WishlistService } from ".."
import { Wishlist, WishlistItem, WishlistNews } from "../models"

jest.setTimeout(60_000)

const CUSTOMER = "cus_1"

moduleIntegrationTestRunner<WishlistService>({
  moduleName: WISHLIST_MODULE,
  moduleModels: [Wishlist, WishlistItem, WishlistNews],
  resolve: "./src/modules/wishlist",
  testSuite: ({ service }) => {
    const create = async (changes: object = {}) => {
      const list = await service.createList({
        name: "For Amina",
        customer_id: CUSTOMER,
        token_hash: null,
        ...changes,
      })
      if (!list) {
        throw new Error("The list was not made.")
      }
      return list
    }
    const guest = (token_hash = "hash_1") =>
      create({ customer_id: null, token_hash })
    const unseen = { in_stock: true, price: null, currency_code: null }
    const add = (wishlist_id: string, changes: object = {}, most?: number) =>
      service.addItem(
        {
          wishlist_id,
          product_id: "prod_1",
          variant_id: null,
          sales_channel_id: "sc_1",
          region_id: "reg_1",
          seen: unseen,
          ...changes,
        },
        most
      )
    const defaults = async () =>
      (await service.listWishlists({ is_default: true })).map(({ id }) => id)
    const products = async (wishlist_id: string) =>
      (
        await service.listWishlistItems(
          { wishlist_id },
          { order: { product_id: "ASC", variant_id: "ASC" } }
        )
      ).map(({ product_id, variant_id }) => [product_id, variant_id])

    describe("the lists of a customer", () => {
      it("have one default, the first one until another is chosen", async () => {
        const one = await create()
        const two = await create({ name: "Later" })
        expect(await defaults()).toEqual([one.id])

        await service.updateList(two.id, { is_default: true })
        expect(await defaults()).toEqual([two.id])

        const three = await create({ is_default: true })
        expect(await defaults()).toEqual([three.id])
      })

      it("keep one default when ten become it at once", async () => {
        const all = []
        for (let turn = 0; turn < 10; turn++) {
          all.push(await create())
        }

        await Promise.all(
          all.map(({ id }) => service.updateList(id, { is_default: true }))
        )

        expect(await defaults()).toHaveLength(1)
      })

      it("are no more than so many, also when made at once", async () => {
        const made = await Promise.all(
          Array.from({ length: 10 }, () =>
            service.createList(
              { name: "x", customer_id: CUSTOMER, token_hash: null },
              3
            )
          )
        )

        expect(made.filter(Boolean)).toHaveLength(3)
        expect(await service.listWishlists({})).toHaveLength(3)
        expect(await defaults()).toHaveLength(1)
      })

      it("get the oldest as default when the default one is deleted", async () => {
        const one = await create()
        const two = await create()
        await create()

        const deleted = await service.deleteList(one.id)
        expect(await defaults()).toEqual([two.id])
        expect(await service.deleteList(one.id)).toBeUndefined()

        await service.restoreList(deleted ?? one)
        expect(await defaults()).toEqual([one.id])
      })

      it("are as before when a change is taken back", async () => {
        const one = await create()
        const two = await create({ name: "Later" })
        const before = await service.updateList(two.id, {
          name: "Now",
          is_default: true,
        })

        await service.undoUpdate(before as NonNullable<typeof before>)

        expect(await defaults()).toEqual([one.id])
        expect((await service.retrieveWishlist(two.id)).name).toBe("Later")
      })

      it("go when the customer goes, and no other", async () => {
        await create()
        await create()
        const other = await create({ customer_id: "cus_2" })

        const gone = await service.deleteListsOf(CUSTOMER)

        expect(gone).toHaveLength(2)
        expect((await service.listWishlists({})).map(({ id }) => id)).toEqual([
          other.id,
        ])
        expect(await service.deleteListsOf(CUSTOMER)).toEqual([])
      })
    })

    describe("an entry", () => {
      it("is one, added twenty times at once", async () => {
        const { id } = await create()

        const added = await Promise.all(
          Array.from({ length: 20 }, () => add(id, { variant_id: "variant_1" }))
        )

        const outcomes = added.map(({ outcome }) => outcome).sort()
        expect(outcomes).toEqual(["added", ...Array(19).fill("known")])
        expect(await products(id)).toEqual([["prod_1", "variant_1"]])
      })

      it("is of a product, or of one of its variants", async () => {
        const { id } = await create()
        await add(id)
        await add(id, { variant_id: "variant_1" })
        await add(id, { variant_id: "variant_2" })
        await add(id)

        expect(await products(id)).toEqual([
          ["prod_1", "variant_1"],
          ["prod_1", "variant_2"],
          ["prod_1", null],
        ])
      })

      it("is refused by the database itself a second time", async () => {
        const { id } = await create()
        const entry = { wishlist_id: id, product_id: "prod_1" }
        await service.createWishlistItems(entry)

        await expect(service.createWishlistItems(entry)).rejects.toThrow(
          /already exists/
        )
        await service.createWishlistItems({ ...entry, variant_id: "v" })
        await expect(
          service.createWishlistItems({ ...entry, variant_id: "v" })
        ).rejects.toThrow(/already exists/)
      })

      it("is refused when the list is full, also of ten at once", async () => {
        const { id } = await create()

        const added = await Promise.all(
          Array.from({ length: 10 }, (_, turn) =>
            add(id, { product_id: `prod_${turn}` }, 4)
          )
        )

        expect(added.filter((one) => one.outcome === "full")).toHaveLength(6)
        expect(await products(id)).toHaveLength(4)
      })

      it("is not added to a list that is gone", async () => {
        const { id } = await create()
        await service.deleteList(id)

        expect(await add(id)).toEqual({ outcome: "gone" })
      })

      it("comes back once, unless it was added again", async () => {
        const { id: wishlist_id } = await create()
        const { item } = (await add(wishlist_id)) as { item: { id: string } }
        const place = { id: item.id, wishlist_id }
        expect(await service.removeItem(place)).toBe(true)
        expect(await service.removeItem(place)).toBe(false)

        await service.restoreItem(item.id)
        expect(await products(wishlist_id)).toHaveLength(1)

        await service.removeItem(place)
        await add(wishlist_id)
        await service.restoreItem(item.id)
        expect(await products(wishlist_id)).toHaveLength(1)
      })
    })

    describe("a guest's list", () => {
      const merge = (customer_id = CUSTOMER, most?: number) =>
        service.mergeList({ token_hash: "hash_1", customer_id }, most)

      const filled = async () => {
        const theirs = await guest()
        await add(theirs.id, { product_id: "prod_1" })
        await add(theirs.id, { product_id: "prod_2" })
        const own = await create()
        await add(own.id, { product_id: "prod_2" })
        await add(own.id, { product_id: "prod_3" })
        return { theirs, own }
      }

      it("is merged without loss or duplicate", async () => {
        const { own } = await filled()

        const merged = await merge()

        expect(merged).toMatchObject({
          outcome: "merged",
          wishlist_id: own.id,
          made: false,
        })
        expect(await products(own.id)).toEqual([
          ["prod_1", null],
          ["prod_2", null],
          ["prod_3", null],
        ])
        expect(await service.listWishlists({ token_hash: "hash_1" })).toEqual(
          []
        )
      })

      it("is merged once by ten devices at once, with one answer", async () => {
        const { own } = await filled()

        const all = await Promise.all(Array.from({ length: 10 }, () => merge()))

        expect(all.filter((one) => one.outcome === "merged")).toHaveLength(1)
        expect(
          all.map((one) => ("wishlist_id" in one ? one.wishlist_id : ""))
        ).toEqual(Array(10).fill(own.id))
        expect(await products(own.id)).toHaveLength(3)
      })

      it("goes to one of two customers who have its token", async () => {
        await filled()

        const both = await Promise.all([merge("cus_2"), merge("cus_3")])

        expect(both.map(({ outcome }) => outcome).sort()).toEqual([
          "merged",
          "unknown",
        ])
      })

      it("becomes the default list of who has none", async () => {
        const theirs = await guest()
        await add(theirs.id)

        const merged = await merge()

        const [own] = await service.listWishlists({ customer_id: CUSTOMER })
        expect(merged).toMatchObject({ made: true, wishlist_id: own.id })
        expect(own).toMatchObject({ is_default: true, name: "For Amina" })
        expect(await products(own.id)).toHaveLength(1)
      })

      it("stays as it is when it does not fit", async () => {
        const { theirs, own } = await filled()

        expect(await merge(CUSTOMER, 2)).toEqual({ outcome: "full" })

        expect(await products(theirs.id)).toHaveLength(2)
        expect(await products(own.id)).toHaveLength(2)
        expect((await merge(CUSTOMER, 3)).outcome).toBe("merged")
      })

      it("is as before when the merge is taken back", async () => {
        const { theirs, own } = await filled()
        const merged = await merge()
        if (merged.outcome !== "merged") {
          throw new Error(merged.outcome)
        }

        await service.undoMerge(merged)

        expect(await products(theirs.id)).toEqual([
          ["prod_1", null],
          ["prod_2", null],
        ])
        expect(await products(own.id)).toEqual([
          ["prod_2", null],
          ["prod_3", null],
        ])
        expect((await merge()).outcome).toBe("merged")
      })

      it("leaves no list behind when its merge is taken back", async () => {
        await guest()
        const merged = await merge()
        await service.undoMerge(
          merged as Parameters<typeof service.undoMerge>[0]
        )

        expect(await service.listWishlists({ customer_id: CUSTOMER })).toEqual(
          []
        )
      })
    })

    describe("a link", () => {
      it("is one, asked for ten times at once, and another after it was revoked", async () => {
        const { id } = await create()
        const links = await Promise.all(
          Array.from({ length: 10 }, (_, turn) =>
            service.shareList(id, `link_${turn}`)
          )
        )
        expect(new Set(links.map((link) => link?.share_token)).size).toBe(1)
        expect(links.filter((link) => link?.made)).toHaveLength(1)

        await service.unshareList(id)
        expect((await service.retrieveWishlist(id)).share_token).toBeNull()
        expect(await service.shareList(id, "other")).toEqual({
          share_token: "other",
          made: true,
        })
      })
    })
  },
})
