import type { CreateOrderDTO } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { boxTitle } from "../../../../workflows/original-box/lib/title"
import { markets } from "../../../../markets"
import { BOX_DOLLARS } from "../../catalogue/boxes"
import { priceIn } from "../../catalogue/prices"
import { discountOf } from "../../coupons"
import { shippingServices } from "../../places"
import { currencyOf, type OrderPlan } from "../plan"
import type { Surroundings } from "../surroundings"
import { BOX_OF_SKU } from "./bind-boxes"
import type { PriceBook, PricedVariant, TaxLine } from "./price-book"

/** Under this key an order remembers which of the plan's orders it is. */
export const MARKER = "demo_order"

/** With this one it is finished; without, the next run takes it up again. */
export const FINISHED = "demo_finished"

/** A planned order as the Order module takes it, dated in the past. */
export function toOrderInput(
  plan: OrderPlan,
  { variants, taxLines }: PriceBook,
  { regions, salesChannelId, shipping, customers, promotions }: Surroundings
): CreateOrderDTO {
  const { person, market, at } = plan
  const currency_code = currencyOf(market)
  const address = {
    first_name: person.first_name,
    last_name: person.last_name,
    phone: person.phone,
    ...person.address,
  }
  const service = shippingServices.find(({ code }) => code === plan.shipping)
  const dates = { created_at: at.placed }
  const is_tax_inclusive = markets[market].tax.included
  return {
    region_id: regions[market],
    sales_channel_id: salesChannelId,
    currency_code,
    email: person.email,
    customer_id: customers.get(person.email),
    shipping_address: address,
    billing_address: { ...address },
    items: plan.items.flatMap(({ sku, quantity, box }) => {
      const line = toLine(find(variants, sku), quantity)
      const tax_lines = taxLines.map((taxLine) => ({ ...taxLine }))
      const adjustments = plan.coupon
        ? [
            {
              code: plan.coupon,
              promotion_id: promotions.get(plan.coupon),
              amount: Math.min(
                discountOf(plan.coupon),
                line.unit_price * quantity
              ),
              is_tax_inclusive,
            },
          ]
        : []
      const watch = { ...line, is_tax_inclusive, tax_lines, adjustments }
      return box ? [watch, boxOf(watch, currency_code)] : [watch]
    }),
    shipping_methods: [
      {
        name: service?.name ?? plan.shipping,
        amount: service?.prices[currency_code] ?? 0,
        is_tax_inclusive,
        shipping_option_id: shipping[market][plan.shipping],
        tax_lines: taxLines.map((taxLine) => ({ ...taxLine })),
      },
    ],
    no_notification: true,
    metadata: { [MARKER]: plan.number },
    ...dates,
  }
}

/** The box of a line, as a cart would have it. */
function boxOf(
  watch: ReturnType<typeof toLine> & {
    is_tax_inclusive: boolean
    tax_lines: TaxLine[]
  },
  currency: string
) {
  return {
    quantity: watch.quantity,
    title: boxTitle(watch.product_title),
    subtitle: watch.subtitle,
    thumbnail: watch.thumbnail,
    product_id: watch.product_id,
    product_title: watch.product_title,
    product_handle: watch.product_handle,
    requires_shipping: true,
    is_discountable: false,
    unit_price: priceIn(currency, BOX_DOLLARS),
    is_tax_inclusive: watch.is_tax_inclusive,
    tax_lines: watch.tax_lines.map((taxLine) => ({ ...taxLine })),
    metadata: { [BOX_OF_SKU]: watch.variant_sku },
  }
}

function toLine(variant: PricedVariant, quantity: number) {
  const { product, calculated_price: price } = variant
  const isOffer = price.calculated_amount < price.original_amount
  return {
    quantity,
    title: product.title,
    subtitle: variant.title,
    thumbnail: variant.thumbnail ?? undefined,
    product_id: product.id,
    product_title: product.title,
    product_subtitle: product.subtitle ?? undefined,
    product_description: product.description ?? undefined,
    product_type: product.type?.value,
    product_collection: product.collection?.title,
    product_handle: product.handle,
    variant_id: variant.id,
    variant_sku: variant.sku,
    variant_title: variant.title,
    variant_option_values: Object.fromEntries(
      variant.options.map(({ option, value }) => [option.title, value])
    ),
    requires_shipping: true,
    is_discountable: true,
    unit_price: price.calculated_amount,
    compare_at_unit_price: isOffer ? price.original_amount : undefined,
  }
}

function find(variants: PriceBook["variants"], sku: string) {
  const variant = variants.get(sku)
  if (!variant) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `The demo shop has no variant ${sku}, which its orders need. ` +
        "Was it deleted? Seed an empty database instead."
    )
  }
  return variant
}
