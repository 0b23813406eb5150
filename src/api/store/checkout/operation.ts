import type { Operation } from "../../openapi/operations"
import {
  storeCheckoutAnswerSchema,
  storeCheckoutPlacedSchema,
} from "./checkout-view"
import { StorePostCheckout } from "./validators"

export const storeCheckoutOperation: Operation = {
  summary: "From a cart, or lines, to an order in one call",
  description:
    "Send `cart_id`, or `items` with `region_id`. The order is placed at once for methods that are paid after it (cash, mobile money). For a card the answer is 200 without an order and `payment.next`; confirm the card and make the same call with the `cart_id` of the answer. Send an `Idempotency-Key` so that a call may be repeated safely.",
  body: StorePostCheckout,
  answers: {
    200: {
      about:
        "A card has to be confirmed first, or the cart was an order already.",
      schema: storeCheckoutAnswerSchema,
    },
    201: { about: "The order was placed.", schema: storeCheckoutPlacedSchema },
  },
}
