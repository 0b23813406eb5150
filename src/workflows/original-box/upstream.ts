import type { MedusaContainer } from "@medusajs/framework/types"
import type { StepResponse } from "@medusajs/framework/workflows-sdk"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"

type BeforePayment = <Undo>(
  invoke: (
    input: { input: { id: string } },
    context: { container: MedusaContainer }
  ) => Promise<StepResponse<undefined, Undo>>,
  compensate: (
    undo: Undo | undefined,
    context: { container: MedusaContainer }
  ) => Promise<void>
) => void

/**
 * A hook that core declares where its types cannot see it: when the order is
 * written and its stock reserved, and nothing has been asked for money yet.
 * `__tests__/upstream.unit.spec.ts` fails when it moves.
 */
export const { beforePaymentAuthorization } =
  completeCartWorkflow.hooks as unknown as {
    beforePaymentAuthorization: BeforePayment
  }
