import { z } from "@medusajs/framework/zod"
import type { Operation } from "../../openapi/operations"
import { recentlyViewedSchema } from "./chosen"

const listSchema = z.object({
  products: z.array(z.looseObject({ id: z.string() })),
  count: z.number(),
  offset: z.number(),
  limit: z.number(),
})

const SHOWN =
  "Each product as `GET /store/products` shows it, with the same `fields` and prices."

export const storeProductOperations = {
  "GET /store/products/recently-viewed": {
    summary: "What was looked at last",
    description: `The list of the customer who is logged in; a guest sends the ids the browser remembers. ${SHOWN}`,
    query: recentlyViewedSchema,
    answers: { 200: { about: "The last first.", schema: listSchema } },
  },
  "GET /store/products/:id/related": {
    summary: "What goes with a product",
    description: `Published products of the same category, brand or tags; those that share most come first, then those that sell best. ${SHOWN}`,
    answers: {
      200: { about: "At most 24, eight unless said.", schema: listSchema },
    },
  },
  "POST /store/products/:id/views": {
    summary: "Somebody looks at a product",
    description:
      "Counted in memory and written with others within seconds. For a customer who is logged in it is remembered as recently viewed.",
    answers: {
      202: { about: "It is counted, or ignored.", schema: z.object({}) },
    },
  },
} satisfies Record<string, Operation>
