import { z } from "@medusajs/framework/zod"
import type { Operation } from "../../../../openapi/operations"
import { checkoutPaymentSchema } from "../../../checkout/checkout-view"
import { StoreGetOrderPaymentParams, StorePayOrder } from "./validators"

const schema = z.object({ payment: checkoutPaymentSchema })

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
      summary: "Pay again",
      description: `Asks the phone once more, or another one. ${access} While a phone may still be asking it is refused with \`prompt_open\`.`,
      query: StoreGetOrderPaymentParams,
      body: StorePayOrder,
      answers: {
        200: { about: "The phone is asked.", schema },
        400: { about: "It cannot be paid now; `code` says why." },
        ...refused,
      },
    },
  }
