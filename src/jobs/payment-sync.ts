import type { MedusaContainer } from "@medusajs/framework/types"
import { syncPaymentsWorkflow } from "../workflows/payment"

/** Finds out what became of questions nobody answered. */
export default async (container: MedusaContainer) =>
  syncPaymentsWorkflow(container).run({ input: {} })

export const config = { name: "payment-sync", schedule: "* * * * *" }
