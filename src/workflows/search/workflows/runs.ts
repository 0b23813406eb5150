import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { Kind } from "../../../modules/catalogue/affected"
import { indexChange } from "../lib/collect"
import { indexDue, repairIndex } from "../lib/repair"

export type SearchChange = { kind: Kind; ids: string[] }

const indexChangeStep = createStep(
  "index-change",
  async ({ kind, ids }: SearchChange, { container }) => {
    await indexChange(container, kind, ids)
    return new StepResponse({ ids })
  }
)

/**
 * Writes the products that something belongs to into the search index as they
 * are now. There is nothing to take back: it only ever says what is so.
 */
export const indexChangeWorkflow = createWorkflow(
  "index-change",
  (input: WorkflowData<SearchChange>) =>
    new WorkflowResponse(indexChangeStep(input))
)

const repairSearchIndexStep = createStep(
  "repair-search-index",
  async (_: void, { container }) =>
    new StepResponse(await repairIndex(container))
)

/** Finds each document that differs from its product, and writes it anew. */
export const repairSearchIndexWorkflow = createWorkflow(
  "repair-search-index",
  () => new WorkflowResponse(repairSearchIndexStep())
)

const indexDuePricesStep = createStep(
  "index-due-prices",
  async (_: void, { container }) => new StepResponse(await indexDue(container))
)

/** Writes the products whose price list has begun or ended by now. */
export const indexDuePricesWorkflow = createWorkflow(
  "index-due-prices",
  () => new WorkflowResponse(indexDuePricesStep())
)
