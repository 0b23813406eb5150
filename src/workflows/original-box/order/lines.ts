import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** How many of a line there are, and where they have gone. */
export type LineDetail = {
  id: string
  quantity: number
  shipped: number
  going_back: number
  received: number
}

/** Kept beside the line, once a version of the order. */
const COUNTS = [
  "quantity",
  "fulfilled_quantity",
  "return_requested_quantity",
  "return_received_quantity",
  "return_dismissed_quantity",
  "written_off_quantity",
] as const

type Stored = {
  id: string
  detail: Partial<Record<(typeof COUNTS)[number], number>>
}

export type OrderLines = {
  sales_channel_id: string | null
  lines: Map<string, LineDetail>
}

export async function readOrderLines(
  container: MedusaContainer,
  order_id: string
): Promise<OrderLines> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "sales_channel_id",
        "items.id",
        ...COUNTS.map((name) => `items.detail.${name}`),
      ],
      filters: { id: order_id },
    })
  const [order] = data as unknown as {
    sales_channel_id: string | null
    items: Stored[]
  }[]
  const lines = (order?.items ?? []).map(({ id, detail }): LineDetail => {
    const count = (name: (typeof COUNTS)[number]) => Number(detail[name] ?? 0)
    return {
      id,
      quantity: count("quantity"),
      shipped: count("fulfilled_quantity"),
      going_back:
        count("return_requested_quantity") +
        count("return_received_quantity") +
        count("return_dismissed_quantity") +
        count("written_off_quantity"),
      received: count("return_received_quantity"),
    }
  })
  return {
    sales_channel_id: order?.sales_channel_id ?? null,
    lines: new Map(lines.map((line) => [line.id, line])),
  }
}
