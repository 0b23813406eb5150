import type { HttpTypes } from "@medusajs/framework/types"
import { type Person, unique, useShop } from "../../support"
import type { Profiled, ProductsReply } from "./bed"

const shop = useShop()

/** Everything here is one brand's. */
const brand = unique("brand")
const region = () => shop.seed.regions.ke

let member: Person
let group: string
const products: HttpTypes.AdminProduct[] = []

const variantOf = (at: number) => products[at].variants?.[0].id ?? ""

async function list(
  variant_id: string,
  amount: number,
  more: { type?: "sale" | "override"; rules?: object } = {}
) {
  const { status } = await shop.admin("/price-lists", {
    body: {
      title: unique("list"),
      description: "Of the test",
      type: "sale",
      status: "active",
      ...more,
      prices: [{ variant_id, currency_code: "kes", amount }],
    },
  })
  expect(status).toBe(200)
}

/** A price of its own for Kenya, beside the one of the currency. */
async function regionPrice(at: number, amount: number) {
  const { status } = await shop.admin(
    `/products/${products[at].id}/variants/${variantOf(at)}`,
    {
      body: {
        prices: [
          { currency_code: "kes", amount: 1000 + at },
          {
            currency_code: "kes",
            amount,
            rules: { region_id: region() },
          },
        ],
      },
    }
  )
  expect(status).toBe(200)
}

beforeAll(async () => {
  const customer = await shop.fixtures.customer()
  member = await shop.asCustomer(customer)
  const { body } = await shop.admin<{ customer_group: { id: string } }>(
    "/customer-groups",
    { body: { name: unique("group") } }
  )
  group = body.customer_group.id
  await shop.admin(`/customer-groups/${group}/customers`, {
    body: { add: [customer.id] },
  })
  for (let at = 0; at < 9; at += 1) {
    products.push(
      await shop.fixtures.product({
        profile: { brand },
        prices: { kes: 1000 + at, usd: 10 },
        variants: at === 8 ? [{}, { prices: { kes: 650 } }] : [{}],
      })
    )
  }
  const forGroup = { "customer.groups.id": [group] }
  await list(variantOf(1), 800)
  await list(variantOf(2), 1500)
  await list(variantOf(3), 1600, { type: "override" })
  await list(variantOf(4), 700, { rules: forGroup })
  await list(variantOf(5), 900)
  await list(variantOf(5), 950, { rules: forGroup })
  await regionPrice(6, 500)
  await regionPrice(7, 1200)
  await list(variantOf(7), 1100, { type: "override" })
  await list(variantOf(7), 1050)
}, 300_000)

const shown = async (who: Pick<Person, "store">, query: string) =>
  (
    await who.store<ProductsReply>(
      `/products?brand=${brand}&region_id=${region()}&limit=50&fields=id,*variants.calculated_price&${query}`
    )
  ).body.products

const priceOf = ({ variants }: Profiled) =>
  Math.min(
    ...(variants ?? []).map(
      ({ calculated_price }) => calculated_price?.calculated_amount ?? NaN
    )
  )

const isOnSale = ({ variants }: Profiled) =>
  (variants ?? []).some(
    ({ calculated_price: price }) =>
      price?.calculated_price?.price_list_type === "sale" &&
      (price.calculated_amount ?? 0) < (price.original_amount ?? 0)
  )

const ids = (some: Profiled[]) => some.map(({ id }) => id).sort()

/** What Medusa's Pricing says is what the list must be chosen by. */
describe.each([
  ["a guest", () => shop, [1000, 800, 1002, 1600, 1004, 900, 500, 1050, 650]],
  [
    "a member of a group",
    () => member,
    [1000, 800, 1002, 1600, 700, 950, 500, 1050, 650],
  ],
] as const)("the prices of %s", (_, who, expected) => {
  it("are those the list is sorted by", async () => {
    const all = await shown(who(), "order=price")

    expect(all.map(priceOf)).toEqual([...expected].sort((a, b) => a - b))
    expect(
      products.map(({ id }) => all.filter((one) => one.id === id).map(priceOf))
    ).toEqual(expected.map((amount) => [amount]))
  })

  it("are those it is filtered by, to the cent", async () => {
    const all = await shown(who(), "order=price")
    for (const amount of expected) {
      const least = await shown(who(), `min_price=${amount}&order=price`)
      const most = await shown(who(), `max_price=${amount}&order=price`)

      expect(ids(most)).toEqual(
        ids(all.filter((product) => priceOf(product) <= amount))
      )
      expect(ids(least)).toEqual(
        ids(
          all.filter(({ variants }) =>
            variants?.some(
              ({ calculated_price: price }) =>
                (price?.calculated_amount ?? 0) >= amount
            )
          )
        )
      )
    }
  })

  it("say what is on sale", async () => {
    const all = await shown(who(), "")
    const sale = await shown(who(), "on_sale=true")
    const usual = await shown(who(), "on_sale=false")

    expect(sale.length).toBeGreaterThan(1)
    expect(ids(sale)).toEqual(ids(all.filter(isOnSale)))
    expect(ids(usual)).toEqual(ids(all.filter((one) => !isOnSale(one))))
  })
})
