import { marketCodes, markets } from "../../../src/markets"
import { demoProducts } from "../../../src/scripts/seed/catalogue"
import { tags as demoTags } from "../../../src/scripts/seed/catalogue/groups"
import { forSale } from "../../../src/scripts/seed/catalogue/stock"
import { tagTexts } from "../../../src/scripts/seed/catalogue/tag-texts"
import { variantsOf } from "../../../src/scripts/seed/catalogue/variants"
import { orderStates, planOrders } from "../../../src/scripts/seed/orders/plan"
import { planReviews } from "../../../src/scripts/seed/reviews/plan"
import type { SeedReport } from "../../../src/scripts/seed/report"
import { call, query, startServer } from "../../support"
import { countRows, demoDatabase, runSeed } from "./run-seed"

const ORDERS = 12
const skus = demoProducts.flatMap(variantsOf).map(({ sku }) => sku)

let database: string
let first: SeedReport
let counts: Record<string, number>

beforeAll(async () => {
  database = await demoDatabase()
  first = await runSeed(database, ORDERS)
  counts = await countRows(database)
}, 300_000)

describe("the demo shop", () => {
  it("has exactly what the seed describes", () => {
    expect(counts).toMatchObject({
      order: ORDERS,
      product: 50,
      product_variant: skus.length,
      image: demoProducts.flatMap(({ colours }) => colours).length,
      product_category: 21,
      product_tag: 15,
      tag_profile: 15,
      category_profile: 21,
      product_type: 8,
      product_collection: 4,
      price_list: 1,
      promotion: 6,
      inventory_level: skus.length * marketCodes.length,
      region: 4,
      tax_region: 4,
      stock_location: 4,
      shipping_option: 12,
      sales_channel: 1,
      api_key: 1,
      user: 2,
      auth_identity: 5,
      customer_address: 3,
      wishlist: 18,
    })
  })

  it("says something of each product, and counts what it sold", async () => {
    const profiles = await query<{
      brand: string | null
      featured: boolean
      cost: number
      counted: number
      sold: number
    }>(
      database,
      `select pp.brand, pp.featured, c.amount::float as cost,
         coalesce(pp.sold_count, 0) as counted,
         coalesce((select sum(i.quantity - i.return_received_quantity)
           from order_line_item l join order_item i on i.item_id = l.id
           join "order" o on o.id = i.order_id and o.version = i.version
           where l.product_id = p.id and o.status <> 'canceled'), 0)::int as sold
       from product p
       left join product_profile pp on pp.product_id = p.id
       left join product_cost c on c.product_id = p.id order by p.handle`
    )

    expect(profiles.map(({ brand }) => brand).sort()).toEqual(
      demoProducts.map(({ brand }) => brand).sort()
    )
    expect(profiles.filter(({ featured }) => featured)).toHaveLength(
      demoProducts.filter(({ featured }) => featured).length
    )
    expect(profiles.filter(({ cost }) => !(cost > 0))).toEqual([])
    expect(profiles.map(({ counted }) => counted)).toEqual(
      profiles.map(({ sold }) => sold)
    )
    expect(profiles.some(({ sold }) => sold > 0)).toBe(true)
  })

  it("describes each tag, in order, and pictures each category", async () => {
    const tags = await query<{ slug: string; rank: number; text: string }>(
      database,
      `select tp.slug, tp.rank, tp.description as text from tag_profile tp
         join product_tag t on t.id = tp.tag_id order by tp.rank`
    )
    expect(tags).toEqual(
      demoTags.map((name, at) => ({
        slug: name,
        rank: at + 1,
        text: tagTexts[name],
      }))
    )
    const pictures = await query<{ same: boolean }>(
      database,
      `select cp.image_alt = c.name and exists (
           select 1 from product p where p.thumbnail = cp.image) as same
         from category_profile cp
         join product_category c on c.id = cp.category_id`
    )
    expect(pictures).toHaveLength(21)
    expect(pictures.filter(({ same }) => !same)).toEqual([])
  })

  it("changes nothing the second time and reports the same", async () => {
    const second = await runSeed(database, ORDERS)

    expect(second).toEqual(first)
    expect(await countRows(database)).toEqual(counts)
  }, 120_000)

  it("shows every state an order can be in", async () => {
    const orders = await query<{
      number: number
      status: string
      paid: string
      refunded: string
      fulfilled: number
      shipped: number
      delivered: number
      returned: number
    }>(
      database,
      `select (o.metadata->>'demo_order')::int as number, o.status,
         coalesce((select sum(t.amount) from order_transaction t
           where t.order_id = o.id and t.reference = 'capture'), 0)::int as paid,
         coalesce((select -sum(t.amount) from order_transaction t
           where t.order_id = o.id and t.reference = 'refund'), 0)::int as refunded,
         max(i.fulfilled_quantity)::int as fulfilled,
         max(i.shipped_quantity)::int as shipped,
         max(i.delivered_quantity)::int as delivered,
         max(i.return_received_quantity)::int as returned
       from "order" o join order_item i
         on i.order_id = o.id and i.version = o.version
       group by o.id order by 1`
    )
    const stateOf = (order: (typeof orders)[number]) => {
      if (order.status === "canceled") {
        return order.paid ? "cancelled-paid" : "cancelled"
      }
      if (order.returned) {
        return order.refunded ? "refunded" : "returned"
      }
      if (order.refunded) {
        return "partly-refunded"
      }
      if (order.delivered) {
        return "delivered"
      }
      if (order.shipped) {
        return "shipped"
      }
      if (order.fulfilled) {
        return "fulfilled"
      }
      return order.paid ? "paid" : "pending"
    }

    expect(orders.slice(0, 10).map(stateOf)).toEqual([...orderStates])
  })

  it("dates the orders in the past, in the order of their numbers", async () => {
    const planned = planOrders(ORDERS, new Date())
    const rows = await query<{ number: number; created_at: Date }>(
      database,
      `select (metadata->>'demo_order')::int as number, created_at
       from "order" order by display_id`
    )
    const dates = rows.map(({ created_at }) => created_at.getTime())

    expect(rows).toHaveLength(planned.length)
    expect(dates).toEqual([...dates].sort((a, b) => a - b))
    expect(dates[0]).toBeLessThan(Date.now() - 5 * 86_400_000)
  })

  it("reserves what is still to be sent, and nothing else", async () => {
    const wrong = await query(
      database,
      `select l.inventory_item_id, l.reserved_quantity, r.quantity
       from inventory_level l
       left join (
         select inventory_item_id, location_id, sum(quantity) as quantity
         from reservation_item where deleted_at is null group by 1, 2
       ) r using (inventory_item_id, location_id)
       where l.reserved_quantity <> coalesce(r.quantity, 0)
         or l.reserved_quantity > l.stocked_quantity
         or l.reserved_quantity < 0`
    )
    const planned = planOrders(ORDERS, new Date())
      .filter(({ state }) => state === "pending" || state === "paid")
      .flatMap(({ items }) => items)
    const [{ reserved }] = await query(
      database,
      "select sum(reserved_quantity)::int as reserved from inventory_level"
    )

    expect(wrong).toEqual([])
    expect(reserved).toBe(
      planned.reduce((sum, { quantity }) => sum + quantity, 0)
    )
  })

  it("has tax in the price where the market has, so no order ends in cents", async () => {
    const inclusive = marketCodes.filter((code) => markets[code].tax.included)
    const rows = await query<{ currency_code: string; total: number }>(
      database,
      `select o.currency_code, (s.totals->>'original_order_total')::float as total
       from "order" o join order_summary s on s.order_id = o.id
       where o.currency_code = any($1)`,
      [inclusive.map((code) => markets[code].currency)]
    )

    expect(inclusive).toEqual(["ke"])
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ total }) => !Number.isInteger(total))).toEqual([])
  })

  it("leaves for sale what was meant to be, and what came back", async () => {
    const levels = await query<{
      sku: string
      market: (typeof marketCodes)[number]
      available: number
    }>(
      database,
      `select i.sku, a.country_code as market,
         (l.stocked_quantity - l.reserved_quantity)::int as available
       from inventory_level l
       join inventory_item i on i.id = l.inventory_item_id
       join stock_location s on s.id = l.location_id
       join stock_location_address a on a.id = s.address_id`
    )
    const cameBack = new Map<string, number>()
    for (const plan of planOrders(ORDERS, new Date())) {
      // A cancelled order gives back what was stocked for it.
      if (
        ["returned", "refunded"].includes(plan.state) ||
        plan.state.startsWith("cancelled")
      ) {
        for (const { sku, quantity } of plan.items) {
          cameBack.set(`${sku} ${plan.market}`, quantity)
        }
      }
    }
    const wrong = levels.filter(
      ({ sku, market, available }) =>
        available !==
        forSale(sku, market) + (cameBack.get(`${sku} ${market}`) ?? 0)
    )

    expect(levels).toHaveLength(skus.length * marketCodes.length)
    expect(wrong).toEqual([])
  })
})

describe("the reviews of the demo shop", () => {
  const planned = planReviews(planOrders(ORDERS, new Date()))

  it("are those that were planned, dated after the delivery", async () => {
    const rows = await query<{ number: number; sku: string; rating: number }>(
      database,
      `select (o.metadata->>'demo_order')::int as number, r.rating,
         min(i.variant_sku) as sku
       from review r join "order" o on o.id = r.order_id
         and o.customer_id = r.customer_id and o.created_at < r.created_at
       join order_item l on l.order_id = o.id and l.version = o.version
       join order_line_item i on i.id = l.item_id
         and i.product_id = r.product_id
       where r.verified group by o.id, r.id order by 1, 3`
    )

    expect(planned.length).toBeGreaterThan(0)
    expect(rows).toEqual(
      planned
        .map(({ number, sku, rating }) => ({ number, sku, rating }))
        .sort((a, b) => a.number - b.number || (a.sku < b.sku ? -1 : 1))
    )
    expect(counts).toMatchObject({ review: planned.length })
  })

  it("have figures that are a recount", async () => {
    const wrong = await query(
      database,
      `select s.product_id from review_summary s left join (
         select product_id, count(*) as n, round(avg(rating), 2) as average
         from review where status = 'approved' group by 1
       ) r using (product_id)
       where s.rating_count <> coalesce(r.n, 0)
         or s.rating_average <> coalesce(r.average, 0)::real`
    )

    expect(wrong).toEqual([])
  })
})

describe("a server on the demo shop", () => {
  let url: string
  const store = (path: string) =>
    call<Record<string, never>>(`${url}/store${path}`, {
      headers: { "x-publishable-api-key": first.publishable_key },
    })
  const logIn = async (actor: string, body: object) => {
    const reply = await call<{ token: string }>(
      `${url}/auth/${actor}/emailpass`,
      { body }
    )
    return reply.body.token
  }

  beforeAll(async () => {
    const server = await startServer({ database })
    url = server.url
  }, 120_000)

  it.each(marketCodes)(
    "sells all products in %s with a price",
    async (code) => {
      const region = first.regions[code]
      const { status, body } = await store(
        `/products?limit=100&region_id=${region}&fields=handle,thumbnail,*variants.calculated_price`
      )
      const { products, count } = body as unknown as {
        count: number
        products: {
          thumbnail: string
          variants: {
            calculated_price: {
              calculated_amount: number
              original_amount: number
            }
          }[]
        }[]
      }
      const onOffer = products.filter(({ variants }) =>
        variants.every(
          ({ calculated_price: price }) =>
            price.calculated_amount < price.original_amount
        )
      )

      expect(status).toBe(200)
      expect(count).toBe(50)
      expect(onOffer).toHaveLength(18)
      expect(products.every(({ thumbnail }) => thumbnail)).toBe(true)
    }
  )

  it("has a picture where a product says so", async () => {
    const [{ url: picture }] = await query<{ url: string }>(
      database,
      "select url from image limit 1"
    )
    const reply = await fetch(new URL(new URL(picture).pathname, url))
    const bytes = Buffer.from(await reply.arrayBuffer())

    expect(reply.status).toBe(200)
    expect(reply.headers.get("content-type")).toBe("image/png")
    expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG")
  })

  it("lets the reported customers log in and find their address", async () => {
    expect(first.customers).toHaveLength(3)
    for (const { email, password, phone } of first.customers) {
      const token = await logIn("customer", { email, password })
      const { body } = await call<{
        customer: { phone: string; addresses: object[] }
      }>(`${url}/store/customers/me`, {
        headers: {
          authorization: `Bearer ${token}`,
          "x-publishable-api-key": first.publishable_key,
        },
      })
      expect(body.customer.phone).toBe(phone)
      expect(body.customer.addresses).toHaveLength(1)
    }
  })

  it("keeps roles and staff from the admin, not from the super admin", async () => {
    const statusOf = async (who: "admin" | "super_admin", path: string) => {
      const token = await logIn("user", first[who])
      const { status } = await call(`${url}/admin${path}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      return status
    }

    expect(await statusOf("admin", "/orders")).toBe(200)
    expect(await statusOf("admin", "/products")).toBe(200)
    expect(await statusOf("admin", "/rbac/roles")).toBe(403)
    expect(await statusOf("admin", "/invites")).toBe(403)
    expect(await statusOf("super_admin", "/rbac/roles")).toBe(200)
    expect(await statusOf("super_admin", "/invites")).toBe(200)
  })
})
