import type { SimulatorReply } from "../frame/http"
import { UnreadableForm } from "./form"
import type { PaymentIntent } from "./types"

export type StripeErrorBody = {
  type:
    "invalid_request_error" | "card_error" | "idempotency_error" | "api_error"
  message: string
  code?: string
  param?: string
  decline_code?: string
  charge?: string
  payment_intent?: PaymentIntent
  payment_method?: unknown
  doc_url?: string
}

/** What Stripe answers instead of a 2xx. */
export class StripeError extends Error {
  constructor(
    readonly status: number,
    readonly body: StripeErrorBody
  ) {
    super(body.message)
  }
}

export function invalid(
  message: string,
  rest: Partial<StripeErrorBody> = {},
  status = 400
) {
  return new StripeError(status, {
    type: "invalid_request_error",
    message,
    ...(rest.code
      ? { doc_url: `https://stripe.com/docs/error-codes/${rest.code}` }
      : {}),
    ...rest,
  })
}

export function missing(kind: string, id: string, param: string, status = 404) {
  return invalid(
    `No such ${kind}: '${id}'`,
    { code: "resource_missing", param },
    status
  )
}

export function errorReply(error: unknown): SimulatorReply {
  if (error instanceof UnreadableForm) {
    return errorReply(invalid(error.message))
  }
  if (error instanceof StripeError) {
    return { status: error.status, body: { error: error.body } }
  }
  throw error
}
