import type { OrderDTO } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { boxesOf, writePairs } from "../../../../workflows/original-box"

export const bindDemoBoxesStepId = "bind-demo-boxes"

/** Under this key a box is planned with the SKU of its watch. */
export const BOX_OF_SKU = "original_box_of"

/** Binds the boxes of past orders to the lines they came with. */
export const bindDemoBoxesStep = createStep(
  bindDemoBoxesStepId,
  async (orders: OrderDTO[], { container }) => {
    const made: string[] = []
    for (const { id, items = [] } of orders) {
      const pairs = items.flatMap((box) => {
        const watch = items.find(
          ({ variant_sku }) =>
            variant_sku && variant_sku === box.metadata?.[BOX_OF_SKU]
        )
        return watch ? [{ watch, box }] : []
      })
      if (pairs.length) {
        const boxes = await writePairs(container, id, pairs, () => null)
        made.push(...boxes.map((box) => box.id))
      }
    }
    return new StepResponse(undefined, made)
  },
  async (made, { container }) => {
    if (made?.length) {
      await boxesOf(container).deleteOrderBoxes(made)
    }
  }
)
