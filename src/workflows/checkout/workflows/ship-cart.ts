import {
  createWorkflow,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  addShippingMethodToCartWorkflow,
  listShippingOptionsForCartWithPricingWorkflow,
} from "@medusajs/medusa/core-flows"
import { chooseShippingStep } from "../steps/choose-shipping"

type ShipCartInput = { cart_id: string; wanted: string | null }

/** A way to the shopper for every parcel of a cart. */
export const shipCartWorkflow = createWorkflow(
  "ship-cart",
  ({ cart_id, wanted }: WorkflowData<ShipCartInput>) => {
    const offered = listShippingOptionsForCartWithPricingWorkflow.runAsStep({
      input: { cart_id, is_return: false },
    })
    const options = chooseShippingStep({ cart_id, offered, wanted })
    when(
      "shipping-is-missing",
      { options },
      (it) => it.options.length > 0
    ).then(() => {
      addShippingMethodToCartWorkflow.runAsStep({
        input: { cart_id, options },
      })
    })
    return new WorkflowResponse(options)
  }
)
