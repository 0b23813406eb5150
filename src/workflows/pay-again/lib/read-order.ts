import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Market, marketByCountry } from "../../../markets"
import { phoneOfOrder } from "../../checkout/plan/contact"
import { type PlanRegion, readRegion } from "../../checkout/plan/read"
import { kindOfProvider } from "../../payment"

export type PayableSession = {
  id: string
  provider_id: string
  status: string
}

type Order = {
  id: string
  total: number
  region_id: string
  metadata: Record<string, unknown> | null
  shipping_address?: {
    country_code?: string | null
    phone?: string | null
  } | null
  payment_collections?: { id: string; payment_sessions?: PayableSession[] }[]
}

export type PayableOrder = {
  id: string
  total: number
  market: Market | undefined
  /** Providers its region has switched on. */
  enabled: string[]
  /** Of whoever ordered, in E.164. */
  phone: string | null
  sessions: (PayableSession & { collection_id: string })[]
  /** The shopper may pay at the door, whatever else was tried since. */
  cash_promised: boolean
}

const enabledOf = ({ payment_providers = [] }: PlanRegion) =>
  payment_providers.flatMap((provider) =>
    provider?.is_enabled ? [provider.id] : []
  )

/** What of an order decides how it may be paid. */
export async function readPayableOrder(
  container: MedusaContainer,
  id: string
): Promise<PayableOrder> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "total",
        "region_id",
        "metadata",
        "shipping_address.country_code",
        "shipping_address.phone",
        "payment_collections.id",
        "payment_collections.payment_sessions.id",
        "payment_collections.payment_sessions.provider_id",
        "payment_collections.payment_sessions.status",
      ],
      filters: { id },
    })
  const [order] = data as unknown as Order[]
  const country = order.shipping_address?.country_code ?? ""
  const sessions = (order.payment_collections ?? []).flatMap(
    ({ id: collection_id, payment_sessions = [] }) =>
      payment_sessions.map((session) => ({ ...session, collection_id }))
  )
  return {
    id: order.id,
    total: order.total,
    market: marketByCountry(country),
    enabled: enabledOf(await readRegion(container, order.region_id)),
    phone: phoneOfOrder(order, country),
    sessions,
    cash_promised: sessions.some(
      ({ provider_id, status }) =>
        kindOfProvider(provider_id) === "cash" &&
        status === "pending_authorization"
    ),
  }
}
