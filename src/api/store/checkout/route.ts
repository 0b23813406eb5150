import type {
  MedusaStoreRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { answerOnce } from "../../frame/idempotency/answer-once"
import { checkoutAnswer, type StoreCheckoutResponse } from "./checkout-answer"
import type { StoreCheckoutBody } from "./validators"

export const POST = async (
  req: MedusaStoreRequest<StoreCheckoutBody>,
  res: MedusaResponse<StoreCheckoutResponse>
) => {
  const { key, sales_channel_ids } = req.publishable_key_context
  const customer_id = req.auth_context?.actor_id || undefined
  const { fields } = req.queryConfig
  const { status, body, replayed } = await answerOnce(req, {
    scope: `POST /store/checkout|${key}|${customer_id ?? "guest"}`,
    request: { body: req.validatedBody, fields },
    run: (attempt) =>
      checkoutAnswer(req.scope, fields, {
        ...req.validatedBody,
        caller: { customer_id, sales_channel_ids, attempt, locale: req.locale },
      }),
  })
  if (replayed) {
    res.setHeader("Idempotent-Replayed", "true")
  }
  res.status(status).json(body)
}
