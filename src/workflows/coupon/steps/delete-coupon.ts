import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { PromotionService } from "../../../modules/promotion"
import { readCoupon } from "../lib/select"

export const deleteCouponStepId = "delete-coupon"

export type DeleteCouponInput = { id: string }

/** Deletes a coupon with its own campaign; both come back when it fails. */
export const deleteCouponStep = createStep(
  deleteCouponStepId,
  async ({ id }: DeleteCouponInput, { container }) => {
    await readCoupon(container, id)
    const deleted = await container
      .resolve<PromotionService>(Modules.PROMOTION)
      .deleteCoupon(id)
    return new StepResponse(id, deleted)
  },
  async (deleted, { container }) => {
    if (deleted) {
      await container
        .resolve<PromotionService>(Modules.PROMOTION)
        .restoreCoupon(deleted)
    }
  }
)
