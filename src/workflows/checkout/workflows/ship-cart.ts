import { PromotionActions } from "@medusajs/framework/utils"
import {
  createWorkflow,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  addShippingMethodToCartWorkflow,
  listShippingOptionsForCartWithPricingWorkflow,
  updateCartPromotionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { chooseShippingStep } from "../steps/choose-shipping"

type ShipCartInput = {
  cart_id: string
  wanted: string | null
  codes: string[]
}

/** A way to the shopper for every parcel of a cart, and the codes for it. */
export const shipCartWorkflow = createWorkflow(
  "ship-cart",
  ({ cart_id, wanted, codes }: WorkflowData<ShipCartInput>) => {
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
    // A code for the delivery could not apply before there was one.
    when("codes-were-sent", { codes }, (it) => it.codes.length > 0).then(() => {
      updateCartPromotionsWorkflow.runAsStep({
        input: {
          cart_id,
          promo_codes: codes,
          action: PromotionActions.ADD,
          force_refresh_payment_collection: true,
        },
      })
    })
    return new WorkflowResponse(options)
  }
)
