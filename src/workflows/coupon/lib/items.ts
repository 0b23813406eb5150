import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  decorateCartTotals,
  Modules,
  QueryContext,
} from "@medusajs/framework/utils"
import { checkLines } from "../../checkout/plan/lines"
import {
  type PlanRegion,
  readRegion,
  readSalesChannel,
} from "../../checkout/plan/read"
import type { CheckoutCaller, CheckoutLine } from "../../checkout/types"
import { Refusal } from "../../refusal"
import type { CouponContext } from "./context"

type Priced = {
  id: string
  product_id: string
  product: {
    id: string
    type_id?: string
    collection_id?: string
    discountable: boolean
    categories?: { id: string }[]
    tags?: { id: string }[]
  }
  calculated_price?: {
    calculated_amount: number | null
    is_calculated_price_tax_inclusive: boolean
  }
}

async function readCustomer(
  container: MedusaContainer,
  id: string | undefined
) {
  if (!id) {
    return undefined
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "customer",
      fields: ["id", "email", "groups.id"],
      filters: { id },
    })
  return (data as unknown as { id: string; groups?: { id: string }[] }[]).at(0)
}

async function readPrices(
  container: MedusaContainer,
  lines: readonly CheckoutLine[],
  region: PlanRegion,
  customer: Awaited<ReturnType<typeof readCustomer>>
): Promise<Map<string, Priced>> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "variant",
      fields: [
        "id",
        "product_id",
        "product.id",
        "product.type_id",
        "product.collection_id",
        "product.discountable",
        "product.categories.id",
        "product.tags.id",
        "calculated_price.*",
      ],
      filters: { id: lines.map(({ variant_id }) => variant_id) },
      context: {
        calculated_price: QueryContext({
          region_id: region.id,
          currency_code: region.currency_code,
          customer,
        }),
      },
    })
  return new Map((data as unknown as Priced[]).map((one) => [one.id, one]))
}

/** Taxes where the region is one country, as a cart without address has. */
async function readRates(
  container: MedusaContainer,
  region: PlanRegion,
  items: {
    id: string
    product_id: string
    product_type_id?: string
    quantity: number
    unit_price: number
  }[]
): Promise<Map<string, { rate: number; code: string }[]>> {
  const rates = new Map<string, { rate: number; code: string }[]>()
  if (region.countries.length === 1) {
    const lines = await container.resolve(Modules.TAX).getTaxLines(
      items.map((item) => ({
        ...item,
        currency_code: region.currency_code,
      })),
      { address: { country_code: region.countries[0].iso_2 } }
    )
    for (const line of lines) {
      if ("line_item_id" in line) {
        const { rate, code } = line
        rates.set(line.line_item_id, [
          ...(rates.get(line.line_item_id) ?? []),
          { rate: Number(rate ?? 0), code: code ?? "" },
        ])
      }
    }
  }
  return rates
}

const noPrice = (index: number) =>
  new Refusal("item_unavailable", "A line has no price here.", {
    details: [{ field: `items.${index}`, message: "has no price here" }],
  })

type Decorated<Item> = {
  items: (Item & { subtotal: BigNumberInput; original_total: BigNumberInput })[]
  original_item_total: BigNumberInput
  original_item_subtotal: BigNumberInput
}

/** A line as a cart would have it; its totals come from core. */
function lineOf(
  { variant_id, quantity }: CheckoutLine,
  index: number,
  prices: ReadonlyMap<string, Priced>
) {
  const variant = prices.get(variant_id)
  const price = variant?.calculated_price
  if (!variant || typeof price?.calculated_amount !== "number") {
    throw noPrice(index)
  }
  const { product, product_id } = variant
  return {
    id: `line_${index}`,
    variant_id,
    quantity,
    unit_price: price.calculated_amount,
    is_tax_inclusive: price.is_calculated_price_tax_inclusive,
    is_discountable: product.discountable,
    product_id,
    product_type_id: product.type_id,
    product,
  }
}

/** Lines without a cart: priced and taxed as a cart would, nothing written. */
export async function contextOfItems(
  container: MedusaContainer,
  { items, region_id }: { items: CheckoutLine[]; region_id: string },
  caller: CheckoutCaller
): Promise<CouponContext> {
  const channel = await readSalesChannel(container, caller.sales_channel_ids)
  const lines = await checkLines(container, channel, items)
  const region = await readRegion(container, region_id)
  const customer = await readCustomer(container, caller.customer_id)
  const prices = await readPrices(container, lines, region, customer)
  const bare = lines.map((line, index) => lineOf(line, index, prices))
  const rates = await readRates(container, region, bare)
  const taxed = bare.map((item) => ({
    ...item,
    tax_lines: rates.get(item.id) ?? [],
  }))
  // Core adds its totals to what it is given, which its type does not say.
  const totals = decorateCartTotals({
    items: taxed,
    currency_code: region.currency_code,
  }) as unknown as Decorated<(typeof taxed)[number]>
  return {
    currency_code: region.currency_code,
    region,
    region_id: region.id,
    sales_channel_id: channel,
    customer_id: caller.customer_id ?? null,
    customer,
    items: totals.items,
    shipping_methods: [],
    original_item_total: Number(totals.original_item_total),
    original_item_subtotal: Number(totals.original_item_subtotal),
    held: [],
  }
}
