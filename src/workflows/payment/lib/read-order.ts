import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  type Market,
  markets,
  methodOfProvider,
  type PaymentMethodName,
  paymentMethods,
} from "../../../markets"

export type OrderSession = {
  id: string
  status: string
  provider_id: string
  amount: number
  currency_code: string
  created_at: string
  data: Record<string, unknown> | null
}

export type OrderPayment = {
  id: string
  amount: number
  provider_id: string
  captured_at: string | null
  canceled_at: string | null
  captures: { id: string; amount: number }[]
}

export type OrderMoney = {
  id: string
  display_id: number
  status: string
  email: string | null
  customer_id: string | null
  total: number
  currency_code: string
  shipping_address: { phone: string | null } | null
  payment_collections: {
    id: string
    amount: number
    status: string
    payment_sessions: OrderSession[]
    payments: OrderPayment[]
  }[]
}

const FIELDS = [
  "id",
  "display_id",
  "status",
  "email",
  "customer_id",
  "total",
  "currency_code",
  "shipping_address.phone",
  "payment_collections.id",
  "payment_collections.amount",
  "payment_collections.status",
  "payment_collections.payment_sessions.*",
  "payment_collections.payments.*",
  "payment_collections.payments.captures.*",
]

/** Everything about an order that has to do with its money. */
export async function readOrderMoney(
  container: MedusaContainer,
  id: string
): Promise<OrderMoney> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: FIELDS, filters: { id } })
  const [order] = data as unknown as OrderMoney[]
  if (!order) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no order ${id}.`
    )
  }
  return order
}

export const marketOf = ({ currency_code }: { currency_code: string }) =>
  Object.values(markets).find(({ currency }) => currency === currency_code) as
    Market | undefined

/** The name of the driver behind a provider; undefined when it has none. */
export function driverOf(providerId: string) {
  const method = methodOfProvider(providerId)
  return method && paymentMethods[method].kind === "mobile" ? method : undefined
}

export const providerOf = (driver: string) => {
  const method = paymentMethods[driver as PaymentMethodName]
  return "provider" in method ? method.provider : undefined
}
