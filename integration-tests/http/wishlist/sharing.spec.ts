import { useShop } from "../../support"
import { PICTURE } from "../../support/fixtures/product"
import { DELETE, type List, type Refused, wishlistBed } from "./bed"

const shop = useShop()
const { add, customer, listOf, product } = wishlistBed(shop)

const shared = (token: string | null, query = "") =>
  shop.store<Refused>(`/wishlists/shared/${token}${query}`)

it("a shared list shows what is wished for, and nothing of whose it is", async () => {
  const { call } = await customer()
  const list = await listOf(call, { name: "Wedding" })
  const {
    id: product_id,
    title,
    handle,
  } = await product({
    prices: { kes: 990 },
  })
  await add(call, list.id, { product_id })

  const made = await call<{ wishlist: List }>(`/${list.id}/share`, {
    method: "POST",
  })

  expect(made.status).toBe(200)
  const { share_token } = made.body.wishlist
  expect(share_token).toMatch(/^[0-9a-f]{48}$/)
  const seen = await shared(share_token, `?region_id=${shop.seed.regions.ke}`)
  expect([seen.status, seen.body]).toEqual([
    200,
    {
      wishlist: { name: "Wedding" },
      items: [
        {
          product_id,
          variant_id: null,
          unavailable: false,
          product: { id: product_id, title, handle, thumbnail: PICTURE },
          variant: null,
          price: {
            amount: 990,
            original_amount: 990,
            currency_code: "kes",
            includes_tax: true,
          },
          stock: "in_stock",
        },
      ],
      count: 1,
      limit: 10,
      offset: 0,
    },
  ])
})

it("a link can be revoked, and the next one is another", async () => {
  const { call } = await customer()
  const list = await listOf(call)
  const share = async () =>
    (await call<{ wishlist: List }>(`/${list.id}/share`, { method: "POST" }))
      .body.wishlist.share_token
  const [one, same] = await Promise.all([share(), share()])
  expect(same).toBe(one)

  const revoked = await call<{ wishlist: List }>(`/${list.id}/share`, DELETE)
  expect(revoked.body.wishlist.share_token).toBeNull()
  const dead = await shared(one)
  expect([dead.status, dead.body.code]).toEqual([404, "wishlist_not_found"])

  const two = await share()
  expect(two).not.toBe(one)
  expect((await shared(two)).status).toBe(200)
  await call(`/${list.id}`, DELETE)
  expect((await shared(two)).status).toBe(404)
})

it("a link cannot be used to write", async () => {
  const { call } = await customer()
  const list = await listOf(call)
  await call(`/${list.id}/share`, { method: "POST" })
  const [{ share_token }] = await shop.sql<{ share_token: string }>(
    "select share_token from wishlist where id = $1",
    [list.id]
  )

  const { status } = await shop.store(`/wishlists/${list.id}`, {
    body: { name: "Mine now" },
    headers: { "x-wishlist-token": share_token },
  })

  expect(status).toBe(404)
  expect(
    (await call<{ wishlist: List }>(`/${list.id}`)).body.wishlist.name
  ).toBe("Wishlist")
})
