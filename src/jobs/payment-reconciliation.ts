import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcilePaymentsWorkflow } from "../workflows/payment"

/** Compares the providers' books with ours once an hour. */
export default async (container: MedusaContainer) =>
  reconcilePaymentsWorkflow(container).run({ input: {} })

export const config = { name: "payment-reconciliation", schedule: "7 * * * *" }
