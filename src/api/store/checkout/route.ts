import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { HttpTypes } from "@medusajs/framework/types"
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import {
  type CheckoutPayment,
  orderTokenFor,
  runCheckout,
} from "../../../workflows/checkout"
import type { StoreCheckoutBody } from "./validators"

export type StoreCheckoutResponse =
  | {
      order: HttpTypes.StoreOrder
      payment: CheckoutPayment
      order_token: string
    }
  | { order: null; cart_id: string | null; payment: CheckoutPayment }

export const POST = async (
  req: AuthenticatedMedusaRequest<StoreCheckoutBody>,
  res: MedusaResponse<StoreCheckoutResponse>
) => {
  const { order_id, cart_id, placed, payment } = await runCheckout(req.scope, {
    ...req.validatedBody,
    caller: {
      customer_id: req.auth_context?.actor_id || undefined,
      sales_channel_ids: req.publishable_key_context?.sales_channel_ids ?? [],
      locale: req.locale,
    },
  })
  if (!order_id) {
    res.json({ order: null, cart_id, payment })
    return
  }
  const { result } = await getOrderDetailWorkflow(req.scope).run({
    input: { fields: req.queryConfig.fields, order_id },
  })
  res.status(placed ? 201 : 200).json({
    order: result as unknown as HttpTypes.StoreOrder,
    payment,
    order_token: orderTokenFor(order_id),
  })
}
