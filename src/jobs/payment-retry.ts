import type { MedusaContainer } from "@medusajs/framework/types"
import { processProviderEventsWorkflow } from "../workflows/payment"

/** Works on messages of providers that were stored but not finished. */
export default async (container: MedusaContainer) =>
  processProviderEventsWorkflow(container).run({ input: {} })

export const config = { name: "payment-retry", schedule: "* * * * *" }
