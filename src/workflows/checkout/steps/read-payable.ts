import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { reasonsOnCart } from "../plan/codes"
import { appliedCodes, payableOf, type PayableCart } from "../plan/payable"
import type { CheckoutPlan } from "../types"

export const readPayableStepId = "read-payable-cart"

/** What the prepared cart costs, and which of its sessions can be used. */
export const readPayableStep = createStep(
  readPayableStepId,
  async (
    { cart_id, plan }: { cart_id: string; plan: CheckoutPlan },
    { container }
  ) => {
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "cart",
        fields: [
          "id",
          "total",
          "currency_code",
          "customer_id",
          "promotions.code",
          "payment_collection.id",
          "payment_collection.payment_sessions.id",
          "payment_collection.payment_sessions.provider_id",
          "payment_collection.payment_sessions.status",
          "payment_collection.payment_sessions.amount",
          "payment_collection.payment_sessions.payment.canceled_at",
        ],
        filters: { id: cart_id },
      })
    const [cart] = data as unknown as PayableCart[]
    const applied = appliedCodes(cart)
    const reasons = await reasonsOnCart(
      container,
      cart_id,
      plan.sent_codes.filter((code) => !applied.includes(code))
    )
    return new StepResponse(payableOf(cart, plan, reasons))
  }
)
