import { useShop, unique } from "../../support"
import { PICTURE } from "../../support/fixtures/product"
import { wishlistBed } from "./bed"

const shop = useShop()
const { add, customer, guest, listOf, product } = wishlistBed(shop)

type Wanted = { product_id: string; title: string; lists: number }
type Page = { wishlists: Wanted[]; count: number; limit: number }

const wanted = (query: string) => shop.admin<Page>(`/wishlists?${query}`)

/** Two products: one on three lists of two people, one on a guest's. */
async function story() {
  const name = unique("wished")
  const popular = await product({
    title: `${name} watch`,
    variants: [{ stock: 4 }, { stock: 3 }],
  })
  const rare = await product({ title: `${name} =strap`, stock: null })
  const visitor = await guest()
  await add(visitor.call, visitor.wishlist.id, { product_id: popular.id })
  await add(visitor.call, visitor.wishlist.id, { product_id: rare.id })
  const { call } = await customer()
  for (const variant_id of popular.variant_ids) {
    const list = await listOf(call)
    await add(call, list.id, { product_id: popular.id, variant_id })
  }
  await shop.sql(
    `update wishlist_item set created_at = now() - interval '10 days'
      where wishlist_id = $1`,
    [visitor.wishlist.id]
  )
  return { name, popular, rare }
}

it("staff see what people want, and what is left of it", async () => {
  const { name, popular, rare } = await story()

  const { status, body } = await wanted(`q=${name}`)

  expect(status).toBe(200)
  expect(body).toEqual({
    wishlists: [
      {
        product_id: popular.id,
        title: `${name} watch`,
        handle: popular.handle,
        thumbnail: PICTURE,
        status: "published",
        stock: 7,
        lists: 3,
        people: 2,
        added_7d: 2,
        previous_7d: 1,
        added_30d: 3,
        previous_30d: 0,
        last_added_at: expect.any(String),
      },
      expect.objectContaining({
        product_id: rare.id,
        stock: null,
        lists: 1,
        people: 1,
        added_7d: 0,
        previous_7d: 1,
      }),
    ],
    count: 2,
    limit: 20,
    offset: 0,
  })
})

it("in an order and page by page, one product, or none", async () => {
  const { name, popular, rare } = await story()
  const ids = async (query: string) =>
    (await wanted(query)).body.wishlists.map((one) => one.product_id)

  expect(await ids(`q=${name}&order=lists`)).toEqual([rare.id, popular.id])
  expect(await ids(`q=${name}&order=-added_7d&limit=1`)).toEqual([popular.id])
  expect(await ids(`q=${name}&limit=1&offset=1`)).toEqual([rare.id])
  expect(await ids(`product_id=${rare.id}`)).toEqual([rare.id])
  expect(await ids(`q=${name}&product_id=${rare.id}`)).toEqual([rare.id])
  expect(await ids(`q=${unique("nothing")}`)).toEqual([])
  for (const query of ["order=title", "limit=0", "limit=101", "x=1", "q="]) {
    expect([query, (await wanted(query)).status]).toEqual([query, 400])
  }
})

it("a product that was deleted is counted without a name", async () => {
  const { popular } = await story()
  await shop.admin(`/products/${popular.id}`, { method: "DELETE" })

  const { body } = await wanted(`product_id=${popular.id}`)

  expect(body.wishlists).toEqual([
    expect.objectContaining({
      title: null,
      status: null,
      stock: null,
      lists: 3,
    }),
  ])
})

it("as a CSV that runs nothing", async () => {
  const { name, popular, rare } = await story()
  await shop.admin(`/products/${rare.id}`, { body: { title: `=1+1 ${name}` } })

  const { headers, body } = await shop.admin<string>(
    `/wishlists/export?q=${name}`
  )

  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8")
  const [head, first, second, end] = body.split("\r\n")
  expect(head).toBe(
    "product_id,title,handle,status,stock,lists,people,added_7d,previous_7d,added_30d,previous_30d,last_added_at"
  )
  expect(first).toContain(
    `${popular.id},${name} watch,${popular.handle},published,7,3,2,2,1,3,0,`
  )
  expect(second).toContain(`${rare.id},'=1+1 ${name},`)
  expect(end).toBe("")
})

it("the insight says what is popular", async () => {
  const { popular } = await story()
  await shop.sql(
    `insert into wishlist (id, name) select 'wish_' || $1 || n, 'x'
       from generate_series(1, 200) n`,
    [popular.id]
  )
  await shop.sql(
    `insert into wishlist_item (id, wishlist_id, product_id)
     select 'witem_' || id, id, $1 from wishlist where id like 'wish_' || $1 || '%'`,
    [popular.id]
  )

  const { body } = await shop.admin("/insights/wishlists?limit=1")

  expect(body).toEqual({
    wishlists: [
      {
        product_id: popular.id,
        title: popular.title,
        image: PICTURE,
        count: 203,
        stock: 7,
      },
    ],
    count: expect.any(Number),
    limit: 1,
    offset: 0,
  })
  await shop.sql("delete from wishlist where id like 'wish_' || $1 || '%'", [
    popular.id,
  ])
})
