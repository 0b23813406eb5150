import type { MedusaContainer } from "@medusajs/framework/types"
import { Refusal } from "../../refusal"
import { availableBoxes } from "../lib/stock"

/** Refuses more boxes than are left; counted boxes are named by their item. */
export async function refuseMissingBoxes(
  container: MedusaContainer,
  needed: Readonly<Record<string, number>>,
  sales_channel_id: string | null
): Promise<void> {
  const items = Object.keys(needed).filter((item) => needed[item] > 0)
  const left = await availableBoxes(container, items, sales_channel_id)
  const details = items.flatMap((item) => {
    const available = left.get(item) ?? 0
    return available < needed[item]
      ? [
          {
            field: "metadata.original_box",
            message: `only ${available} original boxes left`,
            available,
          },
        ]
      : []
  })
  if (details.length) {
    throw new Refusal(
      "insufficient_inventory",
      "There are not enough original boxes in stock.",
      { kind: "NOT_ALLOWED", details }
    )
  }
}
