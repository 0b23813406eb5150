import type { HttpTypes } from "@medusajs/framework/types"
import { unique, useShop } from "../../support"
import { counts, idsOf, type Reply, bodyOf, search, soon } from "./bed"

const shop = useShop()

/** All products here have this word, and no other product has. */
const word = unique("w").replace(/[^a-z]/g, "")
const brands = [unique("brand"), unique("brand")]

let category: { parent: string; child: string }
let tag: string
const made: Record<string, HttpTypes.AdminProduct> = {}

async function newCategory(parent_category_id?: string) {
  const { body } = await shop.admin<HttpTypes.AdminProductCategoryResponse>(
    "/product-categories",
    { body: { name: unique("shelf"), is_active: true, parent_category_id } }
  )
  return body.product_category
}

beforeAll(async () => {
  const parent = await newCategory()
  const child = await newCategory(parent.id)
  category = { parent: parent.handle, child: child.handle }
  const { body } = await shop.admin<HttpTypes.AdminProductTagResponse>(
    "/product-tags",
    { body: { value: unique("tag") } }
  )
  tag = body.product_tag.value
  const tags = [{ id: body.product_tag.id }]
  made.dear = await shop.fixtures.product({
    title: `Zephyrine ${word}`,
    profile: { brand: brands[0], featured: true, features: ["Waterproof"] },
    prices: { kes: 3000, usd: 30 },
    categories: [{ id: child.id }],
    tags,
  })
  made.cheap = await shop.fixtures.product({
    title: `Orloj ${word}`,
    profile: { brand: brands[1], short_description: "As good as a Zephyrine" },
    prices: { kes: 1000 },
    categories: [{ id: parent.id }],
    tags,
  })
  made.none = await shop.fixtures.product({
    title: `Wachturm <b>${word}</b> & co`,
    profile: { brand: brands[1] },
    prices: { kes: 2000 },
    stock: 0,
  })
  made.draft = await shop.fixtures.product({
    title: `Draught ${word}`,
    profile: { brand: brands[1] },
    status: "draft",
  })
  await soon(
    async () => idsOf(await search(shop, { q: word, order: byPrice })),
    [made.cheap.id, made.none.id, made.dear.id]
  )
}, 60_000)

const byPrice = { "price.kes": "ASC" }

const found = async (asked: Parameters<typeof search>[1]) =>
  idsOf(await search(shop, { order: byPrice, ...asked }))

it("finds by every text a product has", async () => {
  const { dear, cheap } = made
  const sku = dear.variants?.[0].sku ?? ""

  expect(await found({ q: `waterproof ${word}` })).toEqual([dear.id])
  expect(await found({ q: sku })).toEqual([dear.id])
  expect(await found({ q: `${brands[0]}` })).toEqual([dear.id])
  expect(await found({ q: `${tag}` })).toEqual([cheap.id, dear.id])
  // The title weighs more than a description.
  const ranked = await search(shop, { q: `zephyrine ${word}` })
  expect(idsOf(ranked)).toEqual([dear.id, cheap.id])
})

it("never finds a draft, nor what another channel sells", async () => {
  const owner = await shop.asSuperAdmin()
  const { body } = await owner.admin<HttpTypes.AdminSalesChannelResponse>(
    "/sales-channels",
    { body: { name: unique("channel") } }
  )
  const { body: key } = await owner.admin<HttpTypes.AdminApiKeyResponse>(
    "/api-keys",
    { body: { title: unique("key"), type: "publishable" } }
  )
  await owner.admin(`/api-keys/${key.api_key.id}/sales-channels`, {
    body: { add: [body.sales_channel.id] },
  })
  const elsewhere = await shop.call<Reply>("/store/search", {
    headers: { "x-publishable-api-key": key.api_key.token },
    body: bodyOf({ q: word }),
  })

  expect(elsewhere.status).toBe(200)
  expect(idsOf(elsewhere.body.results[0])).toEqual([])
  expect(await found({ q: "draught" })).toEqual([])
  expect(await found({ filters: { id: made.draft.id } })).toEqual([])
})

it("counts facets that follow the other filters", async () => {
  const facets = [
    ...["brand", "category", "tag", "has_original_box", "in_stock"],
    ...["featured", "on_sale.kes"],
    {
      field: "price.kes",
      type: "range",
      ranges: [
        { key: "low", to: 2000 },
        { key: "high", from: 2000 },
      ],
    },
  ]
  const all = await search(shop, { q: word, options: { facets } })

  expect(all.metadata.count).toBe(3)
  expect(counts(all, "brand")).toEqual({ [brands[0]]: 1, [brands[1]]: 2 })
  expect(counts(all, "category")).toMatchObject({
    [category.parent]: 2,
    [category.child]: 1,
  })
  expect(counts(all, "tag")).toMatchObject({ [tag]: 2 })
  expect(counts(all, "in_stock")).toEqual({ true: 2, false: 1 })
  expect(counts(all, "featured")).toEqual({ true: 1, false: 2 })
  expect(counts(all, "has_original_box")).toEqual({ false: 3 })
  expect(counts(all, "on_sale.kes")).toEqual({ false: 3 })
  expect(all.facets?.["price.kes"]).toEqual({
    type: "range",
    ranges: [
      { key: "low", to: 2000, count: 1 },
      { key: "high", from: 2000, count: 2 },
    ],
  })

  const chosen = await search(shop, {
    q: word,
    filters: { brand: brands[1], in_stock: true },
    options: { facets, disjunctive_facets: true },
  })

  expect(idsOf(chosen)).toEqual([made.cheap.id])
  // The chosen brand narrows the others' counts, not its own.
  expect(counts(chosen, "brand")).toEqual({ [brands[0]]: 1, [brands[1]]: 1 })
  expect(counts(chosen, "in_stock")).toEqual({ true: 1, false: 1 })
  expect(counts(chosen, "tag")).toEqual({ [tag]: 1 })
})

it("filters by price, category, stock and option, and sorts", async () => {
  const { dear, cheap, none } = made
  const filtered = (filters: object) => found({ q: word, filters })

  expect(await filtered({ "price.kes": { $gte: 1500 } })).toEqual([
    none.id,
    dear.id,
  ])
  expect(await filtered({ "price.usd": { $lte: 30 } })).toEqual([dear.id])
  expect(await filtered({ category: category.parent })).toEqual([
    cheap.id,
    dear.id,
  ])
  expect(await filtered({ in_stock: true })).toEqual([cheap.id, dear.id])
  expect(await filtered({ in_stock: false })).toEqual([none.id])
  expect(await filtered({ $not: { in_stock: true } })).toEqual([none.id])
  expect(await filtered({ attributes: "Kind:Kind 1" })).toHaveLength(3)
  expect(await filtered({ featured: true })).toEqual([dear.id])
  expect(await found({ q: word, order: { "price.kes": "DESC" } })).toEqual([
    dear.id,
    none.id,
    cheap.id,
  ])
  expect(await found({ q: word, order: { title: "ASC" } })).toEqual([
    cheap.id,
    none.id,
    dear.id,
  ])
  expect(await found({ q: word, order: { created_at: "DESC" } })).toEqual([
    none.id,
    cheap.id,
    dear.id,
  ])
})

it("forgives slips in a word nobody knows, and only there", async () => {
  const { dear, cheap } = made

  // Letters that changed places, one too few, two wrong ones in a long word.
  expect(await found({ q: `zehpyrine ${word}` })).toEqual([cheap.id, dear.id])
  expect(await found({ q: `zephyrin ${word}` })).toEqual([cheap.id, dear.id])
  expect(await found({ q: `orlij ${word}` })).toEqual([cheap.id])
  expect(await found({ q: `zxphyrxxe ${word}` })).toEqual([])
  expect(
    await found({ q: `orlij ${word}`, options: { typo_tolerance: false } })
  ).toEqual([])
  // "watch" is a word of the shop, so it is not taken for "wachturm".
  expect(await found({ q: `watch ${word}` })).toEqual([])
})

it("finds while the last word is being typed", async () => {
  const options = { match_strategy: "last" }

  expect(await found({ q: `${word} orl`, options })).toEqual([made.cheap.id])
  expect(await found({ q: `${word} orl` })).toEqual([])
})

it("marks what it found, and nothing of the shop's text is markup", async () => {
  const { hits } = await search(shop, {
    q: `orlij ${word}`,
    options: { highlight: { fields: ["title"] } },
  })
  expect(hits[0].highlights).toEqual({
    title: [`<mark>Orloj</mark> <mark>${word}</mark>`],
  })

  const wild = await search(shop, {
    q: `wachturm ${word}`,
    options: {
      highlight: { fields: ["title"], pre_tag: "[", post_tag: "]" },
    },
  })
  expect(wild.hits[0].highlights).toEqual({
    title: [`[Wachturm] &lt;b&gt;[${word}]&lt;/b&gt; &amp; co`],
  })
})

it("knows what staff say means the same", async () => {
  const other = unique("clock").replace(/[^a-z]/g, "")
  const phrase = `${other} phrase`
  expect(await found({ q: `${other} ${word}` })).toEqual([])
  const path = "/search-synonyms"
  const group = await shop.admin<{
    search_synonym: { id: string; terms: string[] }
  }>(path, { body: { terms: ["Orloj", `  ${other}`, phrase] } })

  expect(group.status).toBe(201)
  expect(group.body.search_synonym.terms).toEqual(["orloj", other, phrase])
  expect(await found({ q: `${other} ${word}` })).toEqual([made.cheap.id])
  expect(await found({ q: `${phrase} ${word}` })).toEqual([made.cheap.id])
  expect(await found({ q: `${word} ${phrase}` })).toEqual([made.cheap.id])

  const one = `${path}/${group.body.search_synonym.id}`
  const changed = await shop.admin(one, { body: { terms: ["a", "b"] } })
  expect(changed.status).toBe(200)
  expect(await found({ q: `${other} ${word}` })).toEqual([])
  const { status } = await shop.admin(one, { method: "DELETE" })
  expect(status).toBe(200)
  expect((await shop.admin(one, { method: "DELETE" })).status).toBe(404)
})

it("says what somebody who types may mean", async () => {
  const { status, body } = await shop.store<{
    products: object[]
    categories: object[]
    brands: object[]
  }>(`/search/suggestions?q=${word.slice(0, -1)}`)

  expect(status).toBe(200)
  expect(body.products).toHaveLength(3)
  expect(body.products).toContainEqual({
    id: made.cheap.id,
    title: made.cheap.title,
    handle: made.cheap.handle,
    thumbnail: made.cheap.thumbnail,
  })
  expect(body.categories).toEqual([])

  const branded = await shop.store<typeof body>(
    `/search/suggestions?q=${brands[1].toUpperCase()}`
  )
  expect(branded.body.brands).toEqual([{ name: brands[1] }])
  const shelf = await shop.store<typeof body>(
    `/search/suggestions?q=${category.child}`
  )
  expect(shelf.body.categories).toEqual([
    { id: expect.any(String), handle: category.child, name: category.child },
  ])
})
