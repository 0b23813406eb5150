import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"

/** Something a customer has got and kept, at least one piece of it. */
export type DeliveredLine = {
  order_id: string
  display_id: number
  product_id: string
  ordered_at: string
}

type Orders = {
  id: string
  display_id: number
  created_at: Date | string
  items: {
    product_id: string | null
    detail: Record<
      | "delivered_quantity"
      | "return_received_quantity"
      | "return_dismissed_quantity",
      BigNumberInput
    >
  }[]
}[]

/** Delivered, and not all of it sent back; damaged pieces went back as well. */
const isKept = ({ detail }: Orders[number]["items"][number]) =>
  MathBN.gt(
    detail.delivered_quantity,
    MathBN.add(
      detail.return_received_quantity,
      detail.return_dismissed_quantity
    )
  )

/** What a customer may speak about, newest order first, one row a product. */
export async function deliveredLines(
  container: MedusaContainer,
  customer_id: string,
  product_id?: string
): Promise<DeliveredLine[]> {
  // The declared filters know nothing of lines; the module does.
  const filters: Record<string, unknown> = {
    customer_id,
    is_draft_order: false,
    status: { $ne: "canceled" },
    items: {
      ...(product_id ? { product_id } : {}),
      detail: { delivered_quantity: { $gt: 0 } },
    },
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "display_id",
        "created_at",
        "items.product_id",
        "items.detail.delivered_quantity",
        "items.detail.return_received_quantity",
        "items.detail.return_dismissed_quantity",
      ],
      filters,
      pagination: { order: { created_at: "DESC", id: "DESC" } },
    })
  return (data as unknown as Orders).flatMap((order) => {
    const products = order.items
      .filter(isKept)
      .flatMap((item) => item.product_id ?? [])
      .filter((id) => !product_id || id === product_id)
    return [...new Set(products)].map((id) => ({
      order_id: order.id,
      display_id: order.display_id,
      product_id: id,
      ordered_at: new Date(order.created_at).toISOString(),
    }))
  })
}
