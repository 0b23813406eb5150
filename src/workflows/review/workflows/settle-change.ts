import {
  createWorkflow,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { Written } from "../../../modules/review/types"
import { copyRatingsWorkflow } from "./copy-ratings"

type Change = { written: Written; event: string }

/** What follows a change of a review; nothing when nothing was changed. */
export const settleReviewChangeWorkflow = createWorkflow(
  "settle-review-change",
  (input: WorkflowData<Change>) => {
    when({ input }, (it) => it.input.written.changed).then(() => {
      const { after } = input.written
      copyRatingsWorkflow.runAsStep({ input: { product_id: after.product_id } })
      emitEventStep({
        eventName: input.event,
        data: { id: after.id, product_id: after.product_id },
      })
    })
    return new WorkflowResponse(input.written)
  }
)
