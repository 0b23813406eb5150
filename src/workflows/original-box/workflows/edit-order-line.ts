import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { orderEditUpdateItemQuantityWorkflow } from "@medusajs/medusa/core-flows"
import { linesToEdit } from "../order/edit"

type EditOrderLineInput = {
  order_id: string
  id: string
  quantity: number
  unit_price?: number | null
  compare_at_unit_price?: number | null
  internal_note?: string | null
}

const linesToEditStep = createStep(
  "lines-to-edit",
  async ({ id, quantity }: EditOrderLineInput, { container }) =>
    new StepResponse(await linesToEdit(container, { id, quantity }))
)

/**
 * Changes a line of an order edit, and with a watch its box, in one run of
 * core's workflow: both or none.
 */
export const editOrderLineWorkflow = createWorkflow(
  "edit-order-line",
  (input: WorkflowData<EditOrderLineInput>) => {
    const lines = linesToEditStep(input)
    const preview = orderEditUpdateItemQuantityWorkflow.runAsStep({
      input: transform({ input, lines }, ({ input, lines }) => ({
        order_id: input.order_id,
        items: lines.map((line) =>
          line.id === input.id ? { ...input, ...line } : line
        ),
      })),
    })
    return new WorkflowResponse(preview)
  }
)
