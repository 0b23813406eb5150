import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_DESK_MODULE } from "../../../modules/order-desk"
import type { OrderDeskService } from "../../../modules/order-desk/service"
import type { SettleInput } from "../../../modules/order-desk/types"
import { Refusal } from "../../refusal"

export const settleCashStepId = "settle-collected-cash"

/** The last step of its workflow, so there is nothing to take back. */
export const settleCashStep = createStep(
  settleCashStepId,
  async (input: SettleInput, { container }) => {
    const desk: OrderDeskService = container.resolve(ORDER_DESK_MODULE)
    if (!(await desk.settleCash(input))) {
      throw new Refusal(
        "cash_not_collected",
        "There is no collected cash of this order to settle.",
        { kind: "CONFLICT" }
      )
    }
    return new StepResponse(undefined)
  }
)
