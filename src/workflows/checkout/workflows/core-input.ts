import type {
  CreateCartWorkflowInputDTO,
  UpdateCartWorkflowInputDTO,
} from "@medusajs/framework/types"
import { paymentMethod } from "../../../markets"
import { REQUEST_KEY } from "../../original-box/lib/metadata"
import type { CheckoutPlan, PlannedPayment } from "../types"

/** The plan in the words of core's workflows. */
export const newCartOf = (plan: CheckoutPlan): CreateCartWorkflowInputDTO => ({
  region_id: plan.region_id,
  sales_channel_id: plan.sales_channel_id,
  customer_id: plan.customer_id ?? undefined,
  email: plan.email ?? undefined,
  items: plan.lines.map(({ original_box, ...line }) => ({
    ...line,
    ...(original_box ? { metadata: { [REQUEST_KEY]: true } } : {}),
  })),
  shipping_address: plan.shipping_address ?? undefined,
  billing_address: plan.billing_address ?? undefined,
  promo_codes: plan.promo_codes,
  metadata: plan.metadata,
  locale: plan.locale ?? undefined,
})

export const cartChangesOf = (
  plan: CheckoutPlan
): UpdateCartWorkflowInputDTO => ({
  id: String(plan.cart_id),
  ...(plan.email ? { email: plan.email } : {}),
  ...(plan.shipping_address ? { shipping_address: plan.shipping_address } : {}),
  ...(plan.billing_address ? { billing_address: plan.billing_address } : {}),
  promo_codes: plan.promo_codes,
  metadata: plan.metadata,
})

/** Only what the method is known to take; never what a shopper made up. */
export const sessionDataOf = ({ method, phone }: PlannedPayment) =>
  phone && paymentMethod(method).client_data?.includes("phone") ? { phone } : {}
