import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { badRequest } from "../../frame/errors/api-error"
import { unknownSessionData } from "./validators"

type Body = { provider_id?: unknown; data?: unknown }

/**
 * Core hands what a shopper sends as `data` to the provider and stores it with
 * the session. Nothing of it may be an amount, an id or a state.
 */
export function refuseUnknownData(
  req: MedusaRequest<Body>,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const unknown = unknownSessionData(req.body ?? {})
  if (unknown.length) {
    throw badRequest(
      "invalid_data",
      "The data of the payment session holds what this provider does not take.",
      unknown.map((key) => ({
        field: `data.${key}`,
        message: "is not known here",
      }))
    )
  }
  next()
}

export const storePaymentSessionMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/store/payment-collections/:id/payment-sessions",
    middlewares: [refuseUnknownData],
  },
]
