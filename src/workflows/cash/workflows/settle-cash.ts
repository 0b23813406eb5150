import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { SettleInput } from "../../../modules/order-desk/types"
import { settleCashStep } from "../steps/settle-cash"

/** The driver has handed the money in. */
export const settleCashWorkflow = createWorkflow(
  "settle-cash",
  (input: WorkflowData<SettleInput>) =>
    new WorkflowResponse(settleCashStep(input))
)
