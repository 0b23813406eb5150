import type { Operation } from "../../../../openapi/operations"
import { adminOrderCashResponseSchema } from "./query-config"
import { AdminPostOrderCash } from "./validators"

export const adminOrderCashOperation: Operation = {
  summary: "The cash of an order was collected, or handed in",
  description:
    "`collect` records what the driver was given and marks the order as paid; short and over stand in `difference`. `settle` records that the driver has handed it in. Each happens once.",
  body: AdminPostOrderCash,
  answers: {
    200: {
      about: "The cash as it stands now.",
      schema: adminOrderCashResponseSchema,
    },
  },
}
