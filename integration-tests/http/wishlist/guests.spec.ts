import { type Shop, useShop } from "../../support"
import { type Item, type List, type Refused, wishlistBed } from "./bed"

const shop = useShop()
const bed = wishlistBed(shop)
const { add, customer, guest, listOf, product, read } = bed

type Merged = { wishlist: List } & Refused

const merge = (
  customer: string | undefined,
  token: string,
  init: Parameters<Shop["store"]>[1] = {}
) =>
  shop.store<Merged>("/wishlists/merge", {
    method: "POST",
    token: customer,
    headers: { "x-wishlist-token": token },
    ...init,
  })

const wished = (items: Item[]) =>
  items.map(({ product_id, variant_id }) => [product_id, variant_id]).sort()

const story = async () => {
  const visitor = await guest()
  const shopper = await customer()
  const [one, two, three] = [await product(), await product(), await product()]
  const both = { product_id: two.id, variant_id: two.variant_ids[0] }
  await add(visitor.call, visitor.wishlist.id, { product_id: one.id })
  await add(visitor.call, visitor.wishlist.id, both)
  const list = await listOf(shopper.call, { name: "Mine" })
  await add(shopper.call, list.id, both)
  await add(shopper.call, list.id, { product_id: three.id })
  const all = [
    [one.id, null],
    [two.id, two.variant_ids[0]],
    [three.id, null],
  ].sort()
  return { visitor, shopper, list, all }
}

describe("what a guest has collected", () => {
  it("is the customer's after log-in, without loss or duplicate", async () => {
    const { visitor, shopper, list, all } = await story()

    const merged = await merge(shopper.token, visitor.token)

    expect(merged.status).toBe(200)
    expect(merged.body.wishlist).toMatchObject({
      id: list.id,
      name: "Mine",
      item_count: 3,
    })
    const { items, count } = await read(shopper.call, list.id)
    expect([count, wished(items)]).toEqual([3, all])
    // The token is dead.
    expect((await visitor.call("")).status).toBe(401)
    expect((await visitor.call(`/${visitor.wishlist.id}`)).status).toBe(404)
    expect((await shopper.call(`/${visitor.wishlist.id}`)).status).toBe(404)
  })

  it("is merged once by ten devices at once, which hear the same", async () => {
    const { visitor, shopper, list, all } = await story()

    const merged = await Promise.all(
      Array.from({ length: 10 }, () => merge(shopper.token, visitor.token))
    )

    expect(merged.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(new Set(merged.map(({ body }) => body.wishlist.id))).toEqual(
      new Set([list.id])
    )
    expect(wished((await read(shopper.call, list.id)).items)).toEqual(all)
    const again = await merge(shopper.token, visitor.token)
    expect([again.status, again.body.wishlist.item_count]).toEqual([200, 3])
  })

  it("becomes the default list of who has none", async () => {
    const visitor = await guest()
    const shopper = await customer()
    const { id: product_id } = await product()
    await add(visitor.call, visitor.wishlist.id, { product_id })

    const { body } = await merge(shopper.token, visitor.token)

    expect(body.wishlist).toMatchObject({ is_default: true, item_count: 1 })
    expect((await shopper.call("")).body).toMatchObject({ count: 1 })
  })

  it("goes to nobody without a log-in, and to one customer only", async () => {
    const { visitor, shopper } = await story()
    const stranger = await customer()

    const refused = await merge(undefined, visitor.token)
    expect(refused.status).toBe(401)
    await merge(shopper.token, visitor.token)
    const late = await merge(stranger.token, visitor.token)

    expect([late.status, late.body.code]).toEqual([
      404,
      "wishlist_token_unknown",
    ])
    expect((await stranger.call("")).body).toMatchObject({ count: 0 })
  })

  it("needs a token that holds, and nothing else", async () => {
    const shopper = await customer()

    const none = await merge(shopper.token, "")
    expect([none.status, none.body.code]).toEqual([
      400,
      "wishlist_token_required",
    ])
    expect(none.body.details?.[0].field).toBe("x-wishlist-token")
    const unknown = await merge(shopper.token, "f".repeat(48))
    expect([unknown.status, unknown.body.code]).toEqual([
      404,
      "wishlist_token_unknown",
    ])
    const { token } = await guest()
    const more = await merge(shopper.token, token, { body: { list: "x" } })
    expect([more.status, more.body.details?.[0].field]).toEqual([400, "list"])
    expect((await shopper.call("")).body).toMatchObject({ count: 0 })
  })

  it("stays the guest's when it would not fit", async () => {
    const { visitor, shopper, list } = await story()
    await shop.sql(
      `insert into wishlist_item (id, wishlist_id, product_id)
       select 'witem_' || $1 || n, $1, 'prod_' || n from generate_series(1, 498) n`,
      [list.id]
    )

    const refused = await merge(shopper.token, visitor.token)

    expect([refused.status, refused.body.code]).toEqual([400, "wishlist_full"])
    expect((await read(visitor.call, visitor.wishlist.id)).count).toBe(2)
    expect((await read(shopper.call, list.id)).count).toBe(500)
  })
})
