import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CouponEvents } from "../events"
import {
  type CreateCouponInput,
  createCouponStep,
} from "../steps/create-coupon"

export const createCouponWorkflowId = "create-coupon-promotion"

/**
 * A coupon: one promotion of core with a campaign of its own.
 *
 * @property hooks.validate - Gets `{ input }` before anything is written.
 * @property hooks.couponCreated - Gets `{ id }`; an error takes it back.
 */
export const createCouponWorkflow = createWorkflow(
  createCouponWorkflowId,
  (input: WorkflowData<CreateCouponInput>) => {
    const validate = createHook("validate", { input })
    const id = createCouponStep(input)
    const couponCreated = createHook("couponCreated", { id })
    emitEventStep({
      eventName: CouponEvents.CREATED,
      data: transform({ id }, (it) => ({ id: it.id })),
    })
    return new WorkflowResponse(id, { hooks: [validate, couponCreated] })
  }
)
