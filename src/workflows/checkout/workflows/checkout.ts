import {
  createHook,
  createWorkflow,
  transform,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { openCashCollectionStep } from "../../cash/steps/open-cash-collection"
import { ConditionalHook } from "../../conditional-hook"
import { orderWriter } from "../place-order"
import { keepCartStep } from "../steps/keep-cart"
import { planCheckoutStep } from "../steps/plan-checkout"
import type { CheckoutInput, CheckoutPlan } from "../types"

export const checkoutWorkflowId = "checkout"

const knownCartOf = ({ cart_id, caller }: CheckoutInput) =>
  cart_id ?? caller.attempt?.resource_id

const LOCK_WAIT_SECONDS = 30
const LOCK_SECONDS = 120

/**
 * From a cart, or lines, to a placed order in one go. What cannot become an
 * order is refused before anything is written; what fails later takes back
 * what was written before. For a card the first run only prepares the cart and
 * its payment, and a later one finds the card confirmed and places the order.
 *
 * Not done here: asking the shopper's phone for money. That comes after this
 * workflow, when the order is committed, because a prompt that is sent cannot
 * be taken back.
 *
 * Two runs for one cart wait for each other as core's workflows do: within a
 * process, or over all servers when Redis keeps the locks.
 *
 * @property hooks.validate - Runs before anything is written, with the plan;
 * throw a `MedusaError` to refuse the checkout.
 * @property hooks.orderPlaced - Runs once the order is committed, before any
 * provider is asked for money. An error takes the order back.
 */
export const checkoutWorkflow = createWorkflow(
  checkoutWorkflowId,
  (input: WorkflowData<CheckoutInput>) => {
    const key = transform({ input }, (it) => knownCartOf(it.input) ?? [])
    acquireLockStep({
      key,
      timeout: LOCK_WAIT_SECONDS,
      ttl: LOCK_SECONDS,
    })
    const decision = planCheckoutStep(input)
    const validate = new ConditionalHook(() =>
      createHook("validate", { input, plan: decision.plan })
    )
    when("checkout-is-new", { decision }, (it) => !it.decision.order_id).then(
      validate.declare
    )
    const written = when(
      "order-is-missing",
      { decision },
      (it) => !it.decision.order_id
    ).then(() => {
      const plan = transform(
        { decision },
        (it) => it.decision.plan as CheckoutPlan
      )
      // Right before the writer, so that it is compensated right after it.
      keepCartStep(plan)
      return orderWriter.write(plan)
    })
    when(
      "cash-is-due",
      { decision, written },
      (it) =>
        !!it.written?.order_id && it.decision.plan?.payment.kind === "cash"
    ).then(() => {
      openCashCollectionStep({
        order_id: transform({ written }, (it) => String(it.written?.order_id)),
        limited: true,
      })
    })
    const orderPlaced = new ConditionalHook(() =>
      createHook("orderPlaced", {
        order_id: transform({ written }, (it) => String(it.written?.order_id)),
        plan: decision.plan,
      })
    )
    when("order-was-placed", { written }, (it) => !!it.written?.order_id).then(
      orderPlaced.declare
    )
    releaseLockStep({ key })
    return new WorkflowResponse(
      transform({ decision, written, input }, (it) => ({
        cart_id: it.written?.cart_id ?? knownCartOf(it.input) ?? null,
        order_id: it.decision.order_id ?? it.written?.order_id ?? null,
        placed: !!it.written?.order_id,
        phone: it.decision.plan?.payment.phone ?? null,
      })),
      { hooks: [validate.hook, orderPlaced.hook] }
    )
  }
)
