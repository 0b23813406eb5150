import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CheckoutPayment } from "../../../../../workflows/checkout"
import { payOrder, readOrderPayment } from "../../../../../workflows/pay-again"
import type { StorePayOrder } from "./validators"

type Answer = { payment: CheckoutPayment & { methods: string[] } }

export const GET = async (req: MedusaRequest, res: MedusaResponse<Answer>) => {
  res.json({ payment: await readOrderPayment(req.scope, req.params.id) })
}

export const POST = async (
  req: MedusaRequest<StorePayOrder>,
  res: MedusaResponse<Answer>
) => {
  const order_id = req.params.id
  await payOrder(req.scope, { order_id, ...req.validatedBody })
  res.json({ payment: await readOrderPayment(req.scope, order_id) })
}
