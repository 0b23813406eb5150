import type { MedusaContainer } from "@medusajs/framework/types"
import { inProgress, isLocked } from "../../locked"
import { payOrderWorkflow } from "../workflows/pay-order"
import type { PayOrderInput } from "./types"

/** Pays an order again, one call of an order at a time. */
export async function payOrder(
  container: MedusaContainer,
  input: PayOrderInput
): Promise<void> {
  try {
    await payOrderWorkflow(container).run({ input })
  } catch (error) {
    throw isLocked(error)
      ? inProgress("This order is being paid right now. Look again shortly.")
      : error
  }
}
