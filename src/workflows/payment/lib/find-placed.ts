import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { expectPaymentWorkflow } from "../workflows/expect-payment"
import { each } from "./each"

const DAYS = 2

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
        created_at: { $gt: new Date(Date.now() - DAYS * 86_400_000) },
      },
      pagination: { take: limit, order: { created_at: "DESC" } },
    })
  const placed = (data as unknown as Session[]).flatMap(
    ({ payment_collection }) => payment_collection?.order ?? []
  )
  return each(container, placed, ({ id }) =>
    expectPaymentWorkflow(container).run({ input: { order_id: id } })
  )
}
