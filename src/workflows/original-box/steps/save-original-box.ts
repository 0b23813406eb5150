import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OriginalBoxDTO } from "../../../modules/original-box/types"
import { boxesOf } from "../lib/service"
import type { OfferPlan } from "../offer/types"

export const saveOriginalBoxStepId = "save-original-box"

type SaveInput = {
  plan: OfferPlan
  price_set_id: string
  inventory_item_id: string | null
}

/** Writes the offer down; a product has one. */
export const saveOriginalBoxStep = createStep(
  saveOriginalBoxStepId,
  async (
    { plan, price_set_id, inventory_item_id }: SaveInput,
    { container }
  ) => {
    const boxes = boxesOf(container)
    const { id, product_id, offered } = plan
    const fields = { product_id, offered, price_set_id, inventory_item_id }
    if (!id) {
      const made = await boxes.createOriginalBoxes(fields)
      return new StepResponse<OriginalBoxDTO, Saved>(made, { made: made.id })
    }
    const before = await boxes.retrieveOriginalBox(id)
    const saved = await boxes.updateOriginalBoxes({ id, ...fields })
    return new StepResponse<OriginalBoxDTO, Saved>(saved, {
      before: {
        id,
        offered: before.offered,
        inventory_item_id: before.inventory_item_id,
      },
    })
  },
  async (saved, { container }) => {
    if (!saved) {
      return
    }
    const boxes = boxesOf(container)
    await ("made" in saved
      ? boxes.deleteOriginalBoxes(saved.made)
      : boxes.updateOriginalBoxes(saved.before))
  }
)

type Saved =
  | { made: string }
  | {
      before: Pick<OriginalBoxDTO, "id" | "offered" | "inventory_item_id">
    }
