import { wishlistAccessRows } from "../../../src/api/store/wishlists/access-rows"
import { useShop } from "../../support"
import { wishlistBed } from "./bed"

const shop = useShop()
const { add, customer, guest, guestWith, listOf, product } = wishlistBed(shop)

const held = wishlistAccessRows.filter(
  ({ access, path }) => access === "holder" && path.includes(":id")
)

/** A list of somebody, and calls of all its routes as somebody else. */
async function story(kind: "customer" | "guest") {
  const owner =
    kind === "guest"
      ? await guest()
      : await customer().then(async ({ token, call }) => ({
          call,
          token,
          wishlist: await listOf(call),
        }))
  const { id: product_id, variant_ids } = await product()
  const list = owner.wishlist.id
  const item = await add(owner.call, list, {
    product_id,
    variant_id: variant_ids[0],
  })
  const cart = await shop.fixtures.cart({ shipped: false })
  const bodies: Record<string, object> = {
    "/store/wishlists/:id": { name: "Taken" },
    "/store/wishlists/:id/items": { product_id },
    "/store/wishlists/:id/items/:item_id": { notify: { price_drop: false } },
    "/store/wishlists/:id/items/:item_id/move-to-cart": { cart_id: cart.id },
  }
  const state = () =>
    shop.sql(
      `select w.*, i.id as item, i.notify_price_drop, i.deleted_at as removed
         from wishlist w left join wishlist_item i on i.wishlist_id = w.id
        where w.id = $1`,
      [list]
    )
  const pathOf = (path: string) =>
    path
      .replace("/store/wishlists", "")
      .replace(":id", list)
      .replace(":item_id", item.id)
  return { bodies, state, pathOf }
}

describe.each(["customer", "guest"] as const)("the list of a %s", (kind) => {
  it("is nobody else's: every route answers 404, or 401 to nobody, and does nothing", async () => {
    const { bodies, state, pathOf } = await story(kind)
    const before = await state()
    const others: [unknown, ReturnType<typeof guestWith>][] = [
      [404, (await customer()).call],
      [404, (await guest()).call],
      [404, guestWith("a".repeat(48))],
      [401, guestWith("")],
    ]
    expect(held).toHaveLength(9)
    for (const { method, path } of held) {
      for (const [status, call] of others) {
        const reply = await call(pathOf(path), {
          method,
          body: method === "POST" ? bodies[path] : undefined,
        })
        expect([method, path, reply.status]).toEqual([method, path, status])
      }
    }
    expect(await state()).toEqual(before)
  })
})

it("an entry is not reached through another list of one's own", async () => {
  const { call } = await customer()
  const [one, two] = [await listOf(call), await listOf(call)]
  const { id: product_id } = await product()
  const item = await add(call, one.id, { product_id })

  const removed = await call(`/${two.id}/items/${item.id}`, {
    method: "DELETE",
  })
  const changed = await call(`/${two.id}/items/${item.id}`, {
    body: { notify: {} },
  })

  expect([removed.status, changed.status]).toEqual([404, 404])
})
