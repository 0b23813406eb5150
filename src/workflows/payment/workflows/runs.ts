import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { announceEnds } from "../lib/announce"
import {
  askForgotten,
  checkAttempts,
  resumeSettlements,
} from "../lib/check-attempts"
import { expireUnpaid } from "../lib/expire-unpaid"
import { expectForgotten } from "../lib/find-placed"
import { processEvents } from "../lib/process-events"
import { reconcile } from "../lib/reconcile"
import {
  bookReturns,
  reportOverdueReturns,
  sendReturns,
} from "../lib/return-money"

/** How much one run takes on; the next run takes the rest. */
const BATCH = 50

export type RunInput = { limit?: number }

/**
 * A run claims rows under `for update skip locked`, so two at once share the
 * work, and one that dies leaves its rows to the next. There is nothing to
 * take back: each row is finished in itself.
 */
type Work<Done extends object> = (
  container: MedusaContainer,
  limit: number
) => Promise<Done>

const run = <Done extends object>(id: string, work: Work<Done>) => {
  const step = createStep(
    `${id}-step`,
    async ({ limit = BATCH }: RunInput, { container }) =>
      new StepResponse<object>(await work(container, limit))
  )
  return createWorkflow(
    id,
    (input: RunInput) =>
      // A generic step's output is `unknown` to the workflow around it.
      new WorkflowResponse(step(input) as unknown as WorkflowData<Done>)
  )
}

/** Stored messages of providers that nobody finished. */
export const processProviderEventsWorkflow = run(
  "process-provider-events",
  processEvents
)

/** Attempts without an answer, and settlements that stopped in the middle. */
const sync = async (container: MedusaContainer, limit: number) => ({
  expected: await expectForgotten(container, limit),
  asked: await askForgotten(container, limit),
  resumed: await resumeSettlements(container, limit),
  checked: await checkAttempts(container, limit),
  announced: await announceEnds(container),
})
export const syncPaymentsWorkflow = run("sync-payments", sync)

/** Orders whose time to pay is over. */
export const expireUnpaidOrdersWorkflow = run(
  "expire-unpaid-orders",
  expireUnpaid
)

/** Money on its way back, and what came back but is not in the order yet. */
const giveBack = async (container: MedusaContainer, limit: number) => ({
  sent: await sendReturns(container, limit),
  overdue: await reportOverdueReturns(container, limit),
  booked: await bookReturns(container, limit),
})
export const processReturnsWorkflow = run("process-money-returns", giveBack)

/** Provider's books, ledger and orders against each other. */
export const reconcilePaymentsWorkflow = run("reconcile-payments", reconcile)

/** Everything the jobs do, now: what staff press when they do not want to wait. */
const everything = async (container: MedusaContainer, limit: number) => ({
  messages: await processEvents(container, limit),
  ...(await sync(container, limit)),
  expired: await expireUnpaid(container, limit),
  ...(await giveBack(container, limit)),
  compared: await reconcile(container),
})
export type ReconcileRun = Awaited<ReturnType<typeof everything>>
export const reconcileNowWorkflow = run("reconcile-now", everything)
