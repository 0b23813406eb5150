import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { useQueryGraphStep } from "@medusajs/medusa/core-flows"
import { recountSoldStep } from "../steps/recount-sold"

/** An order was placed, changed, cancelled or sent back. */
export const recountSoldWorkflow = createWorkflow(
  "recount-sold",
  (input: WorkflowData<{ order_id: string }>) => {
    const { data } = useQueryGraphStep({
      entity: "order",
      fields: ["id", "items.product_id"],
      filters: { id: input.order_id },
    })
    const ids = transform({ data }, (it) => [
      ...new Set(
        it.data.flatMap(({ items }) =>
          (items ?? []).flatMap((item) => item?.product_id ?? [])
        )
      ),
    ])
    return new WorkflowResponse(recountSoldStep(ids))
  }
)
