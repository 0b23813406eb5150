import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { CashView } from "../../../../../modules/order-desk/types"
import {
  collectCashWorkflow,
  settleCashWorkflow,
} from "../../../../../workflows/cash"
import { cashCollectionFields } from "./query-config"
import type { AdminOrderCashBody } from "./validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminOrderCashBody>,
  res: MedusaResponse<{ cash_collection: CashView }>
) => {
  const body = req.validatedBody
  const move = {
    order_id: req.params.id,
    note: body.note ?? null,
    by: req.auth_context.actor_id,
  }
  await (body.action === "collect"
    ? collectCashWorkflow(req.scope).run({
        input: { ...move, amount: String(body.amount) },
      })
    : settleCashWorkflow(req.scope).run({ input: move }))
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "cash_collection",
      fields: [...cashCollectionFields],
      filters: { order_id: req.params.id },
    })
  res.json({ cash_collection: data[0] as CashView })
}
