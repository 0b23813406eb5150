import type { Operation } from "../../../../openapi/operations"
import { AdminPostOriginalBox } from "./validators"
import {
  adminOriginalBoxDeletedSchema,
  adminOriginalBoxResponseSchema,
} from "./view"

const offer = {
  about: "The offer, and the places it is for.",
  schema: adminOriginalBoxResponseSchema,
}
const unknown = { about: "There is no such product." }

export const originalBoxOperations: Readonly<Record<string, Operation>> = {
  "GET /admin/products/:id/original-box": {
    summary: "The original box of a product",
    answers: { 200: offer, 404: unknown },
  },
  "POST /admin/products/:id/original-box": {
    summary: "Offer a product with its original box, or change the offer",
    description:
      "What is left out stays as it is. A box that is offered needs a price in a currency of the shop; where it has none it cannot be bought.",
    body: AdminPostOriginalBox,
    answers: { 200: offer, 404: unknown },
  },
  "DELETE /admin/products/:id/original-box": {
    summary: "Withdraw the offer and its prices",
    answers: {
      200: {
        about: "It is gone; orders keep the boxes they have.",
        schema: adminOriginalBoxDeletedSchema,
      },
      404: unknown,
    },
  },
}
