import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { IDEMPOTENCY_MODULE } from "../../../modules/idempotency"
import type { IdempotencyService } from "../../../modules/idempotency/service"
import type { Attempt } from "../../../modules/idempotency/types"
import { Refusal } from "../../refusal"

export const rememberCartStepId = "remember-cart"

/**
 * Writes down which cart a request has made before that cart can become an
 * order. Should the server die, the next attempt goes on with this cart, and
 * a cart that is an order already is found to be one.
 */
export const rememberCartStep = createStep(
  rememberCartStepId,
  async (
    { attempt, cart_id }: { attempt: Attempt | null; cart_id: string },
    { container }
  ) => {
    if (!attempt) {
      return new StepResponse(undefined)
    }
    const service: IdempotencyService = container.resolve(IDEMPOTENCY_MODULE)
    if (!(await service.remember(attempt, cart_id))) {
      throw new Refusal(
        "request_in_progress",
        "Another server has taken this request over.",
        { kind: "CONFLICT" }
      )
    }
    return new StepResponse(undefined, attempt)
  },
  async (attempt, { container }) => {
    if (attempt) {
      const service: IdempotencyService = container.resolve(IDEMPOTENCY_MODULE)
      await service.remember(attempt, attempt.resource_id)
    }
  }
)
