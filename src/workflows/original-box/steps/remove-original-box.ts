import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { boxesOf } from "../lib/service"

export const removeOriginalBoxStepId = "remove-original-box"

/** Takes the offers away; their prices follow when nothing can fail any more. */
export const removeOriginalBoxStep = createStep(
  removeOriginalBoxStepId,
  async (product_ids: string[], { container }) => {
    const boxes = boxesOf(container)
    const found = await boxes.listOriginalBoxes({ product_id: product_ids })
    const ids = found.map(({ id }) => id)
    if (ids.length) {
      await boxes.softDeleteOriginalBoxes(ids)
    }
    const removed = found.map(({ product_id, price_set_id }) => ({
      product_id,
      price_set_id,
    }))
    return new StepResponse(removed, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await boxesOf(container).restoreOriginalBoxes(ids)
    }
  }
)

export const dropBoxPricesStepId = "drop-original-box-prices"

/**
 * What is in stock stays counted: the inventory item is a fact, and it may be
 * reserved for orders.
 */
export const dropBoxPricesStep = createStep(
  dropBoxPricesStepId,
  async (removed: { price_set_id: string }[], { container }) => {
    const sets = removed.map(({ price_set_id }) => price_set_id)
    if (sets.length) {
      await container.resolve(Modules.PRICING).deletePriceSets(sets)
    }
    return new StepResponse(undefined)
  }
)
