import type { MedusaContainer } from "@medusajs/framework/types"
import { indexDuePricesWorkflow } from "../workflows/search"

/** Price lists begin and end by the clock, and nobody tells. */
export default async (container: MedusaContainer) =>
  indexDuePricesWorkflow(container).run()

export const config = { name: "search-due-prices", schedule: "* * * * *" }
