import type { Operation } from "../../../../openapi/operations"
import {
  AdminPostProductStock,
  adminProductStockResponseSchema,
} from "./validators"

export const adminProductStockOperation: Operation = {
  summary: "How many there are of a product",
  description:
    "Sets the stock, whatever it was. Less than is reserved for orders is refused.",
  body: AdminPostProductStock,
  answers: {
    200: {
      about: "The stock as it stands now.",
      schema: adminProductStockResponseSchema,
    },
  },
}
