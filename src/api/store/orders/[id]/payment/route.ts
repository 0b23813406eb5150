import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  payOrderWorkflow,
  type CheckoutPayment,
  readOrderPayment,
} from "../../../../../workflows/checkout"
import type { StorePayOrder } from "./validators"

type Answer = { payment: CheckoutPayment }

export const GET = async (req: MedusaRequest, res: MedusaResponse<Answer>) => {
  res.json({ payment: await readOrderPayment(req.scope, req.params.id) })
}

export const POST = async (
  req: MedusaRequest<StorePayOrder>,
  res: MedusaResponse<Answer>
) => {
  const order_id = req.params.id
  await payOrderWorkflow(req.scope).run({
    input: { order_id, ...req.validatedBody },
  })
  res.json({ payment: await readOrderPayment(req.scope, order_id) })
}
