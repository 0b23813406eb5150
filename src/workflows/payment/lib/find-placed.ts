import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { paymentMethods } from "../../../markets"
import { expectPaymentWorkflow } from "../workflows/expect-payment"
import { each } from "./each"
import { mobileMoney } from "./resolve"

const DAYS = 2

/** Expired orders keep such sessions, so many are looked through. */
const SESSIONS = 1_000

const MOBILE_PROVIDERS = Object.values(paymentMethods).flatMap((method) =>
  method.kind === "mobile" && "provider" in method ? [method.provider] : []
)

type Session = {
  id: string
  payment_collection?: { order?: { id: string } | null } | null
}

/**
 * Orders that were placed with mobile money while the process that should have
 * begun to wait for it died. Without this their stock would be held for ever.
 */
export async function expectForgotten(
  container: MedusaContainer,
  limit: number
) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "payment_session",
      fields: ["id", "payment_collection.order.id"],
      filters: {
        status: "pending_authorization",
        provider_id: MOBILE_PROVIDERS,
        created_at: { $gt: new Date(Date.now() - DAYS * 86_400_000) },
      },
      pagination: { take: SESSIONS, order: { created_at: "DESC" } },
    })
  const placed = (data as unknown as Session[]).flatMap(
    ({ payment_collection }) => payment_collection?.order ?? []
  )
  const awaited = await mobileMoney(container).listAwaitedPayments(
    { order_id: placed.map(({ id }) => id) },
    { select: ["order_id"], take: SESSIONS }
  )
  const known = new Set(awaited.map(({ order_id }) => order_id))
  const forgotten = placed.filter(({ id }) => !known.has(id))
  return each(container, forgotten.slice(0, limit), ({ id }) =>
    expectPaymentWorkflow(container).run({ input: { order_id: id } })
  )
}
