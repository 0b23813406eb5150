import type { HttpTypes } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { Shop } from "../../support"
import { bootApp } from "../../support/boot-app"
import { runBefore } from "../../support/run-before"
import { DELETE, type Someone, wishlistBed } from "../../http/wishlist/bed"

let shop: Shop

beforeAll(async () => {
  ;({ shop } = await bootApp())
})

const fail = async () => {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "A later step failed.")
}

/** Everything of the wishlists, without what a change writes anew. */
const books = async () => ({
  lists: await shop.sql(
    `select id, name, customer_id, is_default, token_hash, share_token,
            merged_into, merged_by
       from wishlist where deleted_at is null order by id`
  ),
  items: await shop.sql(
    `select id, wishlist_id, product_id, variant_id, notify_back_in_stock,
            notify_price_drop
       from wishlist_item where deleted_at is null order by id`
  ),
})

type Story = {
  bed: ReturnType<typeof wishlistBed>
  call: Someone
  token: string
  list: string
  other: string
  item: string
  product_id: string
  variant_id: string
}

async function story(): Promise<Story> {
  const bed = wishlistBed(shop)
  const { call, token } = await bed.customer()
  const { id: list } = await bed.listOf(call)
  const { id: other } = await bed.listOf(call, { name: "Later" })
  const { id: product_id, variant_ids } = await bed.product()
  const [variant_id] = variant_ids
  const { id: item } = await bed.add(call, list, { product_id, variant_id })
  return { bed, call, token, list, other, item, product_id, variant_id }
}

type Attempt = (story: Story) => Promise<{ status: number; body: object }>

// A plugin that refuses in the hook after the change.
const changes: [string, string, Attempt][] = [
  [
    "create-wishlist",
    "wishlistCreated",
    ({ call }) => call("", { body: { is_default: true } }),
  ],
  [
    "update-wishlist",
    "wishlistUpdated",
    ({ call, other }) =>
      call(`/${other}`, { body: { name: "Now", is_default: true } }),
  ],
  [
    "delete-wishlists",
    "wishlistsDeleted",
    ({ call, list }) => call(`/${list}`, DELETE),
  ],
  [
    "share-wishlist",
    "wishlistShared",
    ({ call, list }) => call(`/${list}/share`, { method: "POST" }),
  ],
  [
    "add-wishlist-item",
    "wishlistItemAdded",
    ({ call, list, product_id }) =>
      call(`/${list}/items`, { body: { product_id } }),
  ],
  [
    "update-wishlist-item",
    "wishlistItemUpdated",
    ({ call, list, item }) =>
      call(`/${list}/items/${item}`, {
        body: { notify: { back_in_stock: false, price_drop: false } },
      }),
  ],
  [
    "remove-wishlist-item",
    "wishlistItemRemoved",
    ({ call, list, item }) => call(`/${list}/items/${item}`, DELETE),
  ],
]

describe("a change of a wishlist whose later step fails", () => {
  it.each(changes)(
    "%s leaves all as it was",
    async (workflow, hook, attempt) => {
      const told = await story()
      const before = await books()
      const race = runBefore(hook, fail, { workflow })

      const refused = await attempt(told)

      expect(race.happened()).toBe(true)
      expect([refused.status, refused.body]).toEqual([
        400,
        expect.objectContaining({ message: "A later step failed." }),
      ])
      expect(await books()).toEqual(before)
      expect((await attempt(told)).status).toBeLessThan(300)
    }
  )

  it("a link that was revoked holds again", async () => {
    const { call, list } = await story()
    await call(`/${list}/share`, { method: "POST" })
    const before = await books()
    runBefore("wishlistUnshared", fail, { workflow: "unshare-wishlist" })

    expect((await call(`/${list}/share`, DELETE)).status).toBe(400)

    expect(await books()).toEqual(before)
  })

  it("a merge gives the guest's list back, and its token", async () => {
    const { bed, token, call } = await story()
    const visitor = await bed.guest()
    const { id: product_id } = await bed.product()
    await bed.add(visitor.call, visitor.wishlist.id, { product_id })
    const before = await books()
    const merge = () =>
      shop.store("/wishlists/merge", {
        method: "POST",
        token,
        headers: { "x-wishlist-token": visitor.token },
      })
    runBefore("wishlistMerged", fail, { workflow: "merge-wishlist" })

    expect((await merge()).status).toBe(400)

    expect(await books()).toEqual(before)
    expect((await visitor.call("")).body).toMatchObject({ count: 1 })
    expect((await merge()).status).toBe(200)
    expect((await call("")).body).toMatchObject({ count: 2 })
  })

  it.each(["remove-wishlist-item", "wishlistItemMoved"])(
    "a move to the cart that fails before %s is in neither",
    async (step) => {
      const { call, list, item, variant_id } = await story()
      const cart = await shop.fixtures.cart({ shipped: false })
      const before = await books()
      runBefore(step, fail, { workflow: "move-wishlist-item-to-cart" })
      const move = () =>
        call(`/${list}/items/${item}/move-to-cart`, {
          body: { cart_id: cart.id },
        })
      const variants = async () =>
        (
          await shop.store<HttpTypes.StoreCartResponse>(`/carts/${cart.id}`)
        ).body.cart.items?.map((line) => line.variant_id)
      const [old] = (await variants()) ?? []

      expect((await move()).status).toBe(400)

      expect(await books()).toEqual(before)
      expect(await variants()).toEqual([old])
      expect((await move()).status).toBe(200)
      expect((await variants())?.sort()).toEqual([old, variant_id].sort())
    }
  )
})
