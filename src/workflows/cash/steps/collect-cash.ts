import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_DESK_MODULE } from "../../../modules/order-desk"
import type { OrderDeskService } from "../../../modules/order-desk/service"
import type { CollectInput } from "../../../modules/order-desk/types"
import { Refusal } from "../../refusal"

export const collectCashStepId = "collect-cash-at-the-door"

export const alreadyCollected = () =>
  new Refusal(
    "cash_already_collected",
    "The cash of this order was collected already.",
    { kind: "CONFLICT" }
  )

/** Of two who collect at once, one does. */
export const collectCashStep = createStep(
  collectCashStepId,
  async (
    { resumes, ...input }: CollectInput & { resumes: boolean },
    { container }
  ) => {
    const desk: OrderDeskService = container.resolve(ORDER_DESK_MODULE)
    if (!resumes && !(await desk.collectCash(input))) {
      throw alreadyCollected()
    }
    return new StepResponse(undefined, resumes ? null : input.order_id)
  },
  async (order_id, { container }) => {
    if (order_id) {
      const desk: OrderDeskService = container.resolve(ORDER_DESK_MODULE)
      await desk.uncollectCash(order_id)
    }
  }
)
