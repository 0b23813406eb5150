import type { MedusaContainer } from "@medusajs/framework/types"
import { processReturnsWorkflow } from "../workflows/payment"

/** Sends money back that is due, and books what has come back. */
export default async (container: MedusaContainer) =>
  processReturnsWorkflow(container).run({ input: {} })

export const config = { name: "refund-processing", schedule: "*/5 * * * *" }
