import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { readOffers, sightingOf, type Target } from "../lib/offers"
import {
  productNotFound,
  regionNotFound,
  variantNotFound,
} from "../lib/refusals"
import { priceContext } from "../lib/offers"

export type LookInput = Target & {
  region_id: string | null
  sales_channel_ids: string[]
}

export const lookAtProductStepId = "look-at-wished-product"

/** A thing is added as a shopper sees it: sold here, and as it is now. */
export const lookAtProductStep = createStep(
  lookAtProductStepId,
  async (
    { region_id, sales_channel_ids, ...target }: LookInput,
    { container }
  ) => {
    if (region_id && !(await priceContext(container, { region_id }))) {
      throw regionNotFound()
    }
    const read = await readOffers(container, [target], {
      region_id,
      sales_channel_ids,
    })
    const offer = read(target)
    if (!offer.product) {
      throw productNotFound()
    }
    if (target.variant_id && !offer.variant) {
      throw variantNotFound()
    }
    return new StepResponse(sightingOf(offer))
  }
)
