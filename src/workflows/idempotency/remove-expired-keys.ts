import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { IDEMPOTENCY_MODULE } from "../../modules/idempotency"
import type { IdempotencyService } from "../../modules/idempotency/service"

export const removeExpiredKeysStepId = "remove-expired-idempotency-keys"

const PORTION = 1000
const MAX_PORTIONS = 100

/** In portions, so that no statement holds many rows for long. */
const removeExpiredKeysStep = createStep(
  removeExpiredKeysStepId,
  async (_: void, { container }) => {
    const service: IdempotencyService = container.resolve(IDEMPOTENCY_MODULE)
    let removed = 0
    for (let portion = 0; portion < MAX_PORTIONS; portion++) {
      const some = await service.removeExpired(PORTION)
      removed += some
      if (some < PORTION) {
        break
      }
    }
    return new StepResponse({ removed })
  }
)

/** Keys are worth nothing after a day, and hold what people bought. */
export const removeExpiredKeysWorkflow = createWorkflow(
  "remove-expired-keys",
  () => new WorkflowResponse(removeExpiredKeysStep())
)
