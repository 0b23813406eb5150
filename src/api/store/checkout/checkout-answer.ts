import type { HttpTypes, MedusaContainer } from "@medusajs/framework/types"
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import {
  type CheckoutInput,
  type CheckoutPayment,
  orderTokenFor,
  runCheckout,
} from "../../../workflows/checkout"
import type { OnceAnswer } from "../../frame/idempotency/answer-once"

export type StoreCheckoutResponse =
  | {
      order: HttpTypes.StoreOrder
      payment: CheckoutPayment
      order_token: string
    }
  | { order: null; cart_id: string | null; payment: CheckoutPayment }

/** What has become of a checkout, as the shopper is told. */
export async function checkoutAnswer(
  container: MedusaContainer,
  fields: string[],
  input: CheckoutInput
): Promise<OnceAnswer<StoreCheckoutResponse>> {
  const { order_id, cart_id, placed, payment } = await runCheckout(
    container,
    input
  )
  if (!order_id) {
    return {
      status: 200,
      body: { order: null, cart_id, payment },
      final: false,
    }
  }
  const { result } = await getOrderDetailWorkflow(container).run({
    input: { fields, order_id },
  })
  return {
    status: placed ? 201 : 200,
    body: {
      order: result as unknown as HttpTypes.StoreOrder,
      payment,
      order_token: orderTokenFor(order_id),
    },
    final: true,
  }
}
