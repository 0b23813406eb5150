import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  chooseShipping,
  type CartShipping,
  type OfferedOption,
} from "../plan/shipping"

export const chooseShippingStepId = "choose-shipping"

type ChooseShippingInput = {
  cart_id: string
  offered: OfferedOption[]
  wanted: string | null
}

/** The shipping options a cart still needs. */
export const chooseShippingStep = createStep(
  chooseShippingStepId,
  async ({ cart_id, offered, wanted }: ChooseShippingInput, { container }) => {
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "cart",
        fields: [
          "items.requires_shipping",
          "items.variant.product.shipping_profile.id",
          "shipping_methods.shipping_option_id",
        ],
        filters: { id: cart_id },
      })
    const [cart] = data as unknown as CartShipping[]
    return new StepResponse(chooseShipping(cart, offered, wanted))
  }
)
