import { Client } from "@medusajs/framework/pg"
import { cachedRoutes } from "../../../src/api/catalogue-cache/routes"
import { watched } from "../../../src/modules/catalogue-cache/watched"
import { boxBed } from "../../http/original-box/bed"
import type { Shop } from "../../support"
import { bootApp } from "../../support/boot-app"

let shop: Shop

beforeAll(async () => {
  ;({ shop } = await bootApp())
})

afterEach(() => jest.restoreAllMocks())

const READ = /\b(?:from|join)\s+(?:"?public"?\.)?"?([a-z_]+)"?/gi

const textOf = (statement: unknown) =>
  typeof statement === "string"
    ? statement
    : String((statement as { text?: unknown } | undefined)?.text ?? "")

/** The tables that this process reads while something runs. */
async function tablesRead(run: () => Promise<unknown>): Promise<string[]> {
  const [{ tables }] = await shop.sql<{ tables: string[] }>(
    `select array_agg(relname::text) as tables from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace`
  )
  const read = new Set<string>()
  const query = Client.prototype.query as (...args: unknown[]) => unknown
  const spy = jest
    .spyOn(Client.prototype, "query")
    .mockImplementation(function (this: Client, ...args: unknown[]) {
      for (const [, table] of textOf(args[0]).matchAll(READ)) {
        read.add(table)
      }
      return Reflect.apply(query, this, args) as never
    })
  await run()
  spy.mockRestore()
  return tables.filter((table) => read.has(table))
}

const EVERYTHING = [
  "*variants.calculated_price",
  "+variants.inventory_quantity",
  "*variants.options",
  "*variants.images",
  "*options",
  "*images",
  "*tags",
  "*categories",
  "*collection",
  "*type",
  "+product_profile.*",
  "+review_summary.*",
  "+original_box",
].join(",")

const FILTERS =
  "in_stock=true&on_sale=false&has_original_box=true&min_rating=1&order=-best_selling&q=a&category=none&tag=none"

it("every table that answers are read from is watched", async () => {
  const box = await boxBed(shop).watch()
  const { product } = (
    await shop.admin<{
      product: { categories: { id: string }[]; tags: { id: string }[] }
    }>(`/products/${box.id}?fields=id,categories.id,tags.id`)
  ).body
  const scope = `region_id=${shop.seed.regions.ke}&country_code=ke`
  const fields = `fields=${encodeURIComponent(EVERYTHING)}`
  const asked = [
    `/products?${scope}&${fields}`,
    `/products?${scope}&${FILTERS}`,
    `/products/${box.id}?${scope}&${fields}`,
    `/products/${box.id}/related?${scope}&${fields}`,
    "/product-categories?fields=*products,*category_children",
    `/product-categories/${product.categories[0].id}?fields=*parent_category`,
    "/product-tags",
    `/product-tags/${product.tags[0].id}`,
  ]
  const read = await tablesRead(async () => {
    for (const path of asked) {
      expect([path, (await shop.store(path)).status]).toEqual([path, 200])
    }
  })

  const known = new Set(watched.map(({ table }) => table))
  expect(read.filter((table) => !known.has(table))).toEqual([])
  expect(read).toEqual(
    expect.arrayContaining(["product", "price", "inventory_level"])
  )
  expect(asked.length).toBeGreaterThan(cachedRoutes.length)
})

it("every table of the list is in the database, or belongs to a module that is not on", async () => {
  const names = [...new Set(watched.map(({ table }) => table))]
  const found = await shop.sql<{ relname: string }>(
    "select relname from pg_class where relname = any($1) and relkind = 'r'",
    [names]
  )
  const there = new Set(found.map(({ relname }) => relname))

  expect(names.filter((name) => !there.has(name))).toEqual([
    "locale",
    "translation",
  ])
})
