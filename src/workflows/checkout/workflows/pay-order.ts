import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { askPhoneOfOrderWorkflow } from "../../payment"
import { paymentPort } from "../payment-port"

export type PayOrderInput = {
  order_id: string
  /** The one of the order when left out. */
  method?: string
  phone?: string
}

/** States in which a phone may be asked, or the workflow says when. */
const PAYABLE = ["asking", "unpaid"]

const canBePaidStep = createStep(
  "can-be-paid",
  async ({ order_id, method }: PayOrderInput, { container }) => {
    const payment = await paymentPort.view(container, order_id)
    const refuse = (code: string, message: string) =>
      new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
    if (payment.state === "paid" || payment.state === "confirming") {
      throw refuse("already_paid", "This order is paid.")
    }
    if (!PAYABLE.includes(payment.state)) {
      throw refuse(
        "not_payable",
        "This order cannot be paid here any more. Order again."
      )
    }
    if (method && method !== payment.method) {
      throw refuse(
        "payment_method_fixed",
        `This order is to be paid with ${payment.method}. For another method let it expire and order again.`
      )
    }
    return new StepResponse(undefined)
  }
)

/**
 * Pays an order again: the phone is asked once more, or another phone. The
 * guarantees and the patience of `ask-phone` hold.
 */
export const payOrderWorkflow = createWorkflow(
  "pay-order",
  (input: PayOrderInput) => {
    canBePaidStep(input)
    const attempt = askPhoneOfOrderWorkflow.runAsStep({
      input: transform({ input }, ({ input: { order_id, phone } }) => ({
        order_id,
        phone,
        started_by: "shopper",
      })),
    })
    return new WorkflowResponse(attempt)
  }
)
