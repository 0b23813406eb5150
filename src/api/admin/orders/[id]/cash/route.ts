import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { CashView } from "../../../../../modules/order-desk/types"
import {
  collectCashWorkflow,
  settleCashWorkflow,
} from "../../../../../workflows/cash"
import { cashCollectionFields } from "./query-config"
import type { AdminOrderCashBody } from "./validators"

async function readCash(container: MedusaContainer, orderId: string) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "cash_collection",
      fields: [...cashCollectionFields],
      filters: { order_id: orderId },
    })
  return (data as CashView[]).at(0) ?? null
}

export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<{ cash_collection: CashView | null }>
) => {
  res.json({ cash_collection: await readCash(req.scope, req.params.id) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminOrderCashBody>,
  res: MedusaResponse<{ cash_collection: CashView | null }>
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
  res.json({ cash_collection: await readCash(req.scope, req.params.id) })
}
