import type { MedusaContainer, PromotionTypes } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readCart } from "../../checkout/plan/read"
import type { CheckoutCaller } from "../../checkout/types"
import type { CouponFigures } from "./reasons"

export type Taxed = { id: string; tax_lines?: { rate: number }[] }

/** What core's promotions are computed from, of a cart or as if it were one. */
export type CouponContext = PromotionTypes.ComputeActionContext &
  CouponFigures & {
    items: (PromotionTypes.ComputeActionItemLine & Taxed)[]
    shipping_methods: (PromotionTypes.ComputeActionShippingLine & Taxed)[]
    /** Codes the cart has already. */
    held: string[]
  }

/** The fields core reads of a cart before it computes promotions. */
const CART = [
  "id",
  "email",
  "currency_code",
  "customer_id",
  "region_id",
  "sales_channel_id",
  "subtotal",
  "total",
  "item_total",
  "item_subtotal",
  "original_item_total",
  "original_item_subtotal",
  "shipping_subtotal",
  "region.*",
  "items.*",
  "items.product.id",
  "items.product.collection_id",
  "items.product.categories.id",
  "items.product.tags.id",
  "items.product.type_id",
  "items.adjustments.*",
  "items.tax_lines.*",
  "shipping_address.*",
  "shipping_methods.*",
  "shipping_methods.adjustments.*",
  "shipping_methods.tax_lines.*",
  "shipping_methods.shipping_option.shipping_option_type_id",
  "shipping_methods.shipping_option.shipping_profile_id",
  "customer.*",
  "customer.groups.*",
  "promotions.code",
]

type Held = { promotions?: ({ code?: string } | null)[] }

/** A cart of the caller, as core sees it. */
export async function contextOfCart(
  container: MedusaContainer,
  id: string,
  caller: CheckoutCaller
): Promise<CouponContext> {
  await readCart(container, id, caller)
  return contextOfKnownCart(container, id)
}

/** The same of a cart that is known to be the caller's. */
export async function contextOfKnownCart(
  container: MedusaContainer,
  id: string
): Promise<CouponContext> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "cart", fields: CART, filters: { id } })
  const [cart] = data as unknown as (CouponContext & Held)[]
  return {
    ...cart,
    held: (cart.promotions ?? []).flatMap((promotion) => promotion?.code ?? []),
  }
}
