import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { checkOrderToken } from "../../../../../workflows/checkout"
import { ApiError } from "../../../../frame/errors/api-error"
import type { StoreGetOrderPaymentParams } from "./validators"

/** Whether an order exists is not told to who may not see it. */
const refusal = (reason: "invalid" | "expired") =>
  new ApiError({
    status: 403,
    type: MedusaError.Types.FORBIDDEN,
    code: `order_token_${reason}`,
    message:
      reason === "expired"
        ? "This link has expired. Log in, or ask the shop."
        : "This needs the order_token of the checkout, or its customer logged in.",
  })

async function isOwner(
  req: AuthenticatedMedusaRequest<unknown, StoreGetOrderPaymentParams>
) {
  const customer_id = req.auth_context?.actor_id
  if (!customer_id) {
    return false
  }
  const owned = await req.scope
    .resolve(Modules.ORDER)
    .listOrders({ id: req.params.id, customer_id }, { select: ["id"] })
  return owned.length === 1
}

/** The customer of the order, or whoever holds the token of its checkout. */
export async function requireOrderAccess(
  req: AuthenticatedMedusaRequest<unknown, StoreGetOrderPaymentParams>,
  _res: MedusaResponse,
  next: MedusaNextFunction
) {
  const token = req.get("x-order-token") ?? req.validatedQuery.order_token ?? ""
  const verdict = checkOrderToken(token, req.params.id)
  if (verdict.ok || (await isOwner(req))) {
    next()
    return
  }
  next(refusal(verdict.reason))
}
