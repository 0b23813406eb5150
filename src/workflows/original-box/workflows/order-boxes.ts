import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { keepReservations } from "../order/edit"
import { restockBoxes } from "../order/restock"

const putBoxesBackStep = createStep(
  "put-boxes-back",
  async (input: { order_id: string; location_id?: string }, { container }) =>
    new StepResponse(await restockBoxes(container, input))
)

const keepOriginalBoxReservationsStep = createStep(
  "keep-original-box-reservations",
  async (input: { order_id: string }, { container }) =>
    new StepResponse(await keepReservations(container, input))
)

/** Puts counted boxes that came back into stock, each once. */
export const restockOriginalBoxesWorkflow = createWorkflow(
  "restock-original-boxes",
  (input: WorkflowData<{ order_id: string; location_id?: string }>) => {
    const key = transform({ input }, (it) => `boxes:${it.input.order_id}`)
    acquireLockStep({ key, timeout: 10, ttl: 30 })
    putBoxesBackStep(input)
    releaseLockStep({ key })
    return new WorkflowResponse(input.order_id)
  }
)

/** Brings the reservations of an edited order in step with it. */
export const reserveOriginalBoxesWorkflow = createWorkflow(
  "reserve-original-boxes",
  (input: WorkflowData<{ order_id: string }>) => {
    const key = transform({ input }, (it) => `boxes:${it.input.order_id}`)
    acquireLockStep({ key, timeout: 10, ttl: 30 })
    keepOriginalBoxReservationsStep(input)
    releaseLockStep({ key })
    return new WorkflowResponse(input.order_id)
  }
)
