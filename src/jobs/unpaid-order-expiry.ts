import type { MedusaContainer } from "@medusajs/framework/types"
import { expireUnpaidOrdersWorkflow } from "../workflows/payment"

/** Cancels orders whose time to pay is over, after a last question. */
export default async (container: MedusaContainer) =>
  expireUnpaidOrdersWorkflow(container).run({ input: {} })

export const config = { name: "unpaid-order-expiry", schedule: "* * * * *" }
