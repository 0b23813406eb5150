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
  type DeleteCouponInput,
  deleteCouponStep,
} from "../steps/delete-coupon"

export const deleteCouponWorkflowId = "delete-coupon-promotion"

/**
 * Deletes a coupon; its code may be given to another one, which counts from
 * zero. Orders keep what it took off.
 *
 * Not guaranteed: a cart that holds the code loses its discount when it is
 * next touched, not here.
 *
 * @property hooks.validate - Gets `{ input }` before anything is written.
 * @property hooks.couponDeleted - Gets `{ id }`; an error brings it back.
 */
export const deleteCouponWorkflow = createWorkflow(
  deleteCouponWorkflowId,
  (input: WorkflowData<DeleteCouponInput>) => {
    const key = transform({ input }, couponLease)
    acquireLockStep({ key, timeout: 5, ttl: 30 })
    const validate = createHook("validate", { input })
    const id = deleteCouponStep(input)
    const couponDeleted = createHook("couponDeleted", { id })
    emitEventStep({
      eventName: CouponEvents.DELETED,
      data: transform({ id }, (it) => ({ id: it.id })),
    })
    releaseLockStep({ key })
    return new WorkflowResponse(id, { hooks: [validate, couponDeleted] })
  }
)
