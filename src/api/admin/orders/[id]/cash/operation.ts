import type { Operation } from "../../../../openapi/operations"
import { adminOrderCashResponseSchema } from "./query-config"
import { AdminPostOrderCash } from "./validators"

const answers = {
  200: {
    about: "The cash as it stands now.",
    schema: adminOrderCashResponseSchema,
  },
}

const collectOrSettle: Operation = {
  summary: "The cash of an order was collected, or handed in",
  description:
    "`collect` records what the driver was given and marks the order as paid; short and over stand in `difference`. `settle` records that the driver has handed it in. Each happens once.",
  body: AdminPostOrderCash,
  answers: {
    ...answers,
    400: { about: "There is no cash to collect; `code` says why." },
    404: { about: "There is no such order." },
    409: { about: "Somebody has done it before, or it is too early." },
  },
}

export const adminOrderCashOperations: Readonly<Record<string, Operation>> = {
  "GET /admin/orders/:id/cash": {
    summary: "The cash of an order",
    description: "`cash_collection` is null while nothing is due in cash.",
    answers,
  },
  "POST /admin/orders/:id/cash": collectOrSettle,
}
