import { z } from "@medusajs/framework/zod"
import type { Operation } from "../../../../openapi/operations"
import { checkoutPaymentSchema } from "../../../checkout/checkout-view"
import { StoreGetOrderPaymentParams, StorePayOrder } from "./validators"

const schema = z.object({
  payment: checkoutPaymentSchema.extend({
    methods: z
      .array(z.string())
      .describe("As what the order may be paid with; empty when it is over."),
  }),
})

const refused = {
  403: { about: "The token is missing, wrong, expired, or of another order." },
}

const access =
  "For the order's customer, or with the `order_token` of the checkout in the header `X-Order-Token` or the query."

export const storeOrderPaymentOperations: Readonly<Record<string, Operation>> =
  {
    "GET /store/orders/:id/payment": {
      summary: "How the payment of an order stands",
      description: access,
      query: StoreGetOrderPaymentParams,
      answers: { 200: { about: "The payment.", schema }, ...refused },
    },
    "POST /store/orders/:id/payment": {
      summary: "Pay again, or another way",
      description: `Asks the phone once more, or another one; with another \`method\` the order waits for that instead. For a card \`payment.next\` has what confirms it. ${access} While a phone may still be asking it is refused with \`prompt_open\`, and for another method with \`payment_undecided\`.`,
      query: StoreGetOrderPaymentParams,
      body: StorePayOrder,
      answers: {
        200: { about: "The phone is asked, or the method chosen.", schema },
        400: { about: "It cannot be paid so; `code` says why." },
        409: {
          about:
            "It may be being paid right now; `Retry-After` says how many seconds that takes.",
        },
        ...refused,
      },
    },
  }
