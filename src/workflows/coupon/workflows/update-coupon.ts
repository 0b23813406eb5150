import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  emitEventStep,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { CouponEvents } from "../events"
import { couponLease } from "../lib/lease"
import {
  type ChangeCouponInput,
  changeCouponStep,
} from "../steps/change-coupon"

export const updateCouponWorkflowId = "update-coupon-promotion"

/**
 * Changes the terms of a coupon, or switches it off and on. Carts that hold its
 * code are computed anew when they are next touched.
 *
 * @property hooks.validate - Gets `{ input }` before anything is written.
 * @property hooks.couponUpdated - Gets `{ id }`; an error takes it back.
 */
export const updateCouponWorkflow = createWorkflow(
  updateCouponWorkflowId,
  (input: WorkflowData<ChangeCouponInput>) => {
    const key = transform({ input }, couponLease)
    acquireLockStep({ key, timeout: 5, ttl: 30 })
    const validate = createHook("validate", { input })
    const id = changeCouponStep(input)
    const couponUpdated = createHook("couponUpdated", { id })
    emitEventStep({
      eventName: CouponEvents.UPDATED,
      data: transform({ id }, (it) => ({ id: it.id })),
    })
    releaseLockStep({ key })
    return new WorkflowResponse(id, { hooks: [validate, couponUpdated] })
  }
)
