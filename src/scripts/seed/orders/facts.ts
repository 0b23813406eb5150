import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Row = { id: string }

/** How many pieces of a line the order knows to be so far. */
type Progress = { fulfilled: number; shipped: number; delivered: number }

/** What the database says about an order, wherever the last run stopped. */
export type OrderFacts = {
  id: string
  status: string
  currency_code: string
  items: (Row & { variant_sku: string; quantity: number } & Progress)[]
  payment_collections: {
    id: string
    payments: {
      id: string
      amount: number
      captures: Row[]
      refunds: (Row & { amount: number })[]
    }[]
  }[]
  fulfillments: {
    id: string
    shipped_at: string | null
    delivered_at: string | null
    canceled_at: string | null
  }[]
  returns: (Row & { status: string })[]
}

/** How much was ordered is kept beside the line, once a version. */
type Stored = Omit<OrderFacts, "items"> & {
  items: (Row & {
    variant_sku: string
    detail: {
      quantity: number
      fulfilled_quantity: number
      shipped_quantity: number
      delivered_quantity: number
    }
  })[]
}

export async function readFacts(
  container: MedusaContainer,
  id: string
): Promise<OrderFacts> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "status",
        "currency_code",
        "items.id",
        "items.detail.quantity",
        "items.detail.fulfilled_quantity",
        "items.detail.shipped_quantity",
        "items.detail.delivered_quantity",
        "items.variant_sku",
        "payment_collections.id",
        "payment_collections.payments.id",
        "payment_collections.payments.amount",
        "payment_collections.payments.captures.id",
        "payment_collections.payments.refunds.id",
        "payment_collections.payments.refunds.amount",
        "fulfillments.id",
        "fulfillments.shipped_at",
        "fulfillments.delivered_at",
        "fulfillments.canceled_at",
        "returns.id",
        "returns.status",
      ],
      filters: { id },
    })
  const order = data[0] as unknown as Stored
  return {
    ...order,
    items: order.items.map(({ id, variant_sku, detail }) => ({
      id,
      variant_sku,
      quantity: detail.quantity,
      fulfilled: detail.fulfilled_quantity,
      shipped: detail.shipped_quantity,
      delivered: detail.delivered_quantity,
    })),
  }
}
