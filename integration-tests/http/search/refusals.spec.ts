import type { ErrorBody } from "../../../src/api/frame/errors/body"
import { useShop } from "../../support"

const shop = useShop()

const fieldsOf = async (query: object) => {
  const { status, body } = await shop.store<ErrorBody>("/search", {
    body: { entity: "product", ...query },
  })
  expect(status).toBe(400)
  return body.details?.map(({ field }) => field)
}

it.each([
  [{ filters: { q: 5 } }, "filters.q"],
  [{ filters: { q: "x".repeat(201) } }, "filters.q"],
  [{ filters: { cost_price: 1 } }, "filters.cost_price"],
  [{ filters: { status: "draft" } }, "filters.status"],
  [{ filters: { sales_channel_ids: "sc" } }, "filters.sales_channel_ids"],
  [{ filters: { prices_until: { $gt: 1 } } }, "filters.prices_until"],
  [{ filters: { in_stock: "sc_1" } }, "filters.in_stock"],
  [{ filters: { brand: { $like: "%" } } }, "filters.brand.$like"],
  [{ filters: { brand: { $eq: { a: 1 } } } }, "filters.brand.$eq"],
  [{ filters: { brand: Array(101).fill("a") } }, "filters.brand"],
  [
    { filters: { $and: [{ $or: [{ colour: 1 }] }] } },
    "filters.$and.0.$or.0.colour",
  ],
  [{ filters: { $or: "x" } }, "filters.$or.0"],
  [{ pagination: { take: 101 } }, "pagination.take"],
  [{ pagination: { skip: -1 } }, "pagination.skip"],
  [{ search_options: { facets: ["status"] } }, "search_options.facets.0"],
  [
    { search_options: { facets: Array(21).fill("tag") } },
    "search_options.facets",
  ],
  [
    { search_options: { highlight: { fields: ["cost_price"] } } },
    "search_options.highlight",
  ],
])("refuses %j and names the field", async (query, field) => {
  expect(await fieldsOf(query)).toContainEqual(field)
})

it.each([
  [{ search_options: { provider_options: {} } }],
  [{ search_options: { min_score: 1 } }],
  [{ pagination: { order: { sku: "ASC" } } }],
  [{ surprise: true }],
  [{ fields: ["fingerprint"] }],
  [{ fields: ["in_stock"] }],
  [{ fields: ["cost_price"] }],
])("refuses %j", async (query) => {
  const { status } = await shop.store("/search", {
    body: { entity: "product", ...query },
  })
  expect(status).toBe(400)
})

it("refuses too many queries, and no query", async () => {
  const query = { entity: "product" }
  for (const body of [
    { queries: Array(11).fill(query) },
    { queries: [] },
    {},
  ]) {
    expect((await shop.store("/search", { body })).status).toBe(400)
  }
})

it("knows no other index", async () => {
  const { status } = await shop.store("/search", {
    body: { entity: "order" },
  })
  expect(status).toBe(404)
})

it("refuses nesting that is too deep", async () => {
  let filters: object = { brand: "a" }
  for (let depth = 0; depth < 6; depth += 1) {
    filters = { $not: filters }
  }
  expect(await fieldsOf({ filters })).toEqual([
    "filters.$not.$not.$not.$not.$not",
  ])
})

it.each(["", "?q=", `?q=${"x".repeat(101)}`, "?q=a&limit=5"])(
  "refuses suggestions for %s",
  async (query) => {
    const { status } = await shop.store(`/search/suggestions${query}`)
    expect(status).toBe(400)
  }
)

it("takes text as text, whatever Postgres makes of such signs", async () => {
  for (const q of [
    "'",
    "a' | 'b",
    "\\",
    "!!&|()",
    ":*",
    "ключ",
    "ঘড়ি",
    "घड़ी",
  ]) {
    const { status } = await shop.store("/search", {
      body: {
        entity: "product",
        filters: { q },
        search_options: { match_strategy: "last", highlight: true },
      },
    })
    expect({ q, status }).toEqual({ q, status: 200 })
  }
})

it("refuses synonyms that are none", async () => {
  const path = "/search-synonyms"
  const same = await shop.admin<ErrorBody>(path, {
    body: { terms: ["Watch", "watch "] },
  })
  expect(same.status).toBe(400)
  expect(same.body.code).toBe("synonym_needs_two")
  const bad = [
    { terms: ["a"] },
    { terms: ["a", ""] },
    { terms: ["a", "b"], x: 1 },
  ]
  for (const body of bad) {
    expect((await shop.admin(path, { body })).status).toBe(400)
  }
  const lost = await shop.admin(`${path}/syn_none`, {
    body: { terms: ["a", "b"] },
  })
  expect(lost.status).toBe(404)
})
