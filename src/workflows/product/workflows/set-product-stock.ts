import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { countStockStep } from "../steps/count-stock"
import { findStockPlaceStep, type StockInput } from "../steps/find-stock-place"

/**
 * Staff have counted: the stock of a product is now so much. It is written
 * under the lock of its row, so that an order that comes at the same time is
 * either seen and kept covered, or sees the new number.
 *
 * @property hooks.validate - Runs when it is known what is counted where.
 * @property hooks.stockSet - Runs after it was written; an error takes it back.
 */
export const setProductStockWorkflow = createWorkflow(
  "set-product-stock",
  (input: WorkflowData<StockInput>) => {
    const place = findStockPlaceStep(input)
    const validate = createHook("validate", { input, place })
    const stock = countStockStep(
      transform({ input, place }, (it) => ({
        ...it.place,
        stock: it.input.stock,
      }))
    )
    const stockSet = createHook("stockSet", { input, stock })
    return new WorkflowResponse(stock, { hooks: [validate, stockSet] })
  }
)
