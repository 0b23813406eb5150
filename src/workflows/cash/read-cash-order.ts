import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { paymentMethods } from "../../markets"
import { Refusal } from "../refusal"

type Session = {
  id: string
  provider_id: string
  status: string
  payment?: { id: string; captured_at: string | Date | null } | null
}

export type CashOrder = {
  id: string
  status: string
  total: number
  currency_code: string
  metadata: Record<string, unknown> | null
  shipping_address?: {
    country_code?: string | null
    phone?: string | null
  } | null
  payment_collections?: { payment_sessions?: Session[] }[]
}

const sessionPaths = [
  "id",
  "provider_id",
  "status",
  "payment.id",
  "payment.captured_at",
].map((field) => `payment_collections.payment_sessions.${field}`)

export async function readCashOrder(
  container: MedusaContainer,
  id: string
): Promise<CashOrder> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "status",
        "total",
        "currency_code",
        "metadata",
        "shipping_address.country_code",
        "shipping_address.phone",
        ...sessionPaths,
      ],
      filters: { id },
    })
  const order = (data as unknown as CashOrder[]).at(0)
  if (!order) {
    throw new Refusal("not_found", "There is no such order.", {
      kind: "NOT_FOUND",
    })
  }
  return order
}

/** The session whose money comes at the door. */
export const cashSessionOf = ({ payment_collections = [] }: CashOrder) =>
  payment_collections
    .flatMap(({ payment_sessions = [] }) => payment_sessions)
    .find(({ provider_id }) => provider_id === paymentMethods.cash.provider)

export const isCashOrder = (order: CashOrder) =>
  cashSessionOf(order) !== undefined
