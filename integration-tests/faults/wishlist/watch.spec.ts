import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { eventually } from "../../http/mobile-money/bed"
import { wishlistBed } from "../../http/wishlist/bed"
import type { Shop } from "../../support"
import { bootApp } from "../../support/boot-app"
import { countStock, listenIn, type Told, watchOnce } from "./bed"

let shop: Shop
let container: MedusaContainer
let bed: ReturnType<typeof wishlistBed>
let told: readonly Told[]

beforeAll(async () => {
  ;({ shop, container } = await bootApp())
  bed = wishlistBed(shop)
  told = listenIn(container)
})

const watch = () => watchOnce(container)

const of = (item: string) => told.filter(({ data }) => data.id === item)

const heard = (item: string, times: number) =>
  eventually(`${times} news`, async () => of(item).length === times)

async function wished(stock: number, notify = {}) {
  const { id: product_id, variant_ids } = await bed.product({
    prices: { kes: 1000 },
    stock,
  })
  const { call } = await bed.customer()
  const { id: list } = await bed.listOf(call)
  const [variant_id] = variant_ids
  const item = await bed.add(call, list, {
    ...{ product_id, variant_id, notify },
    region_id: shop.seed.regions.ke,
  })
  return { product_id, variant_id, list, item: item.id }
}

const price = (product_id: string, variant_id: string, amount: number) =>
  shop.admin(`/products/${product_id}/variants/${variant_id}`, {
    body: { prices: [{ currency_code: "kes", amount }] },
  })

describe("what watchers are told", () => {
  it("that it is back in stock, at once and once for each time", async () => {
    const { product_id, variant_id, list, item } = await wished(0)

    await countStock(shop, variant_id, 2)
    await heard(item, 1)
    expect(of(item)[0]).toMatchObject({
      name: "wishlist.back_in_stock",
      data: {
        id: item,
        news_id: expect.stringMatching(/^wnews_/),
        wishlist_id: list,
        customer_id: expect.stringMatching(/^cus_/),
        product_id,
        variant_id,
      },
    })
    await Promise.all([watch(), watch(), watch()])
    await countStock(shop, variant_id, 5)
    await countStock(shop, variant_id, 0)
    await watch()
    expect(of(item)).toHaveLength(1)

    await countStock(shop, variant_id, 1)
    await heard(item, 2)
  })

  it("that it costs less, once, when several look at once", async () => {
    const { product_id, variant_id, item } = await wished(5)
    await price(product_id, variant_id, 800)

    await Promise.all([watch(), watch(), watch()])

    await heard(item, 1)
    expect(of(item)[0]).toMatchObject({
      name: "wishlist.price_dropped",
      data: { price: 800, previous_price: 1000, currency_code: "kes" },
    })
    await price(product_id, variant_id, 900)
    await watch()
    expect(of(item)).toHaveLength(1)
  })

  it("nothing of what they did not ask for, or took off their list", async () => {
    const quiet = await wished(0, { back_in_stock: false, price_drop: false })
    const gone = await wished(0)
    const asking = await wished(0)
    await shop.sql(
      "update wishlist_item set deleted_at = now() where id = $1",
      [gone.item]
    )
    for (const { product_id, variant_id } of [quiet, gone, asking]) {
      await countStock(shop, variant_id, 2)
      await price(product_id, variant_id, 800)
    }
    await watch()

    await heard(asking.item, 2)
    expect([...of(quiet.item), ...of(gone.item)]).toEqual([])
  })

  it("that a product is back, when it is published again", async () => {
    const { product_id, item } = await wished(5)
    await shop.admin(`/products/${product_id}`, { body: { status: "draft" } })
    await watch()
    expect(of(item)).toEqual([])

    await shop.admin(`/products/${product_id}`, {
      body: { status: "published" },
    })
    await watch()

    await heard(item, 1)
  })
})

it("a page of a hundred entries asks the database as often as one of two", async () => {
  const { call } = await bed.customer()
  const { id: list } = await bed.listOf(call)
  const knex: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const products = await Promise.all(
    Array.from({ length: 10 }, () =>
      bed.product({ variants: Array.from({ length: 9 }, () => ({})) })
    )
  )
  for (const { id: product_id, variant_ids } of products) {
    for (const variant_id of [...variant_ids, null]) {
      await bed.add(call, list, { product_id, variant_id })
    }
  }
  const statements = async (limit: number) => {
    let asked = 0
    const onQuery = () => {
      asked += 1
    }
    knex.on("query", onQuery)
    const page = await bed.read(
      call,
      list,
      `?limit=${limit}&region_id=${shop.seed.regions.ke}`
    )
    knex.off("query", onQuery)
    expect(page.items).toHaveLength(limit)
    expect(page.items.every(({ price, stock }) => price && stock)).toBe(true)
    return asked
  }
  await statements(2)

  // The newest two are one entry with a variant and one without, as are all.
  const few = await statements(2)
  const many = await statements(100)

  expect(many).toBe(few)
  expect(few).toBeGreaterThan(5)
})
