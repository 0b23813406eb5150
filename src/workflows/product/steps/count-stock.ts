import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { InventoryService } from "../../../modules/inventory/service"
import { Refusal } from "../../refusal"
import type { StockPlace } from "./find-stock-place"

export const countStockStepId = "count-product-stock"

const inventory = (container: MedusaContainer) =>
  container.resolve(Modules.INVENTORY) as unknown as InventoryService

/** Sets what is there; what is reserved stays covered. */
export const countStockStep = createStep(
  countStockStepId,
  async (
    { stock, ...place }: StockPlace & { stock: number },
    { container }
  ) => {
    const { inventory_item_id, location_id } = place
    const counted = await inventory(container).countStock({
      ...{ inventory_item_id, location_id },
      stocked_quantity: stock,
    })
    if (!counted.written) {
      const message = `must not be below the ${counted.reserved} that are reserved`
      throw new Refusal("below_reserved", `The stock ${message}.`, {
        kind: "NOT_ALLOWED",
        details: [{ field: "stock", message }],
      })
    }
    return new StepResponse(
      {
        variant_id: place.variant_id,
        location_id,
        stocked_quantity: stock,
        reserved_quantity: counted.reserved,
        available_quantity: stock - counted.reserved,
      },
      { ...{ inventory_item_id, location_id }, before: counted.before }
    )
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const { before, ...place } = undo
    await (before === null
      ? inventory(container).deleteInventoryLevel(
          place.inventory_item_id,
          place.location_id
        )
      : inventory(container).updateInventoryLevels([
          { ...place, stocked_quantity: before },
        ]))
  }
)
