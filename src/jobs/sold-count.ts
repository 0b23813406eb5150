import type { MedusaContainer } from "@medusajs/framework/types"
import { recountAllSoldWorkflow } from "../workflows/product"

/** Mends the figures of products whose orders were told to nobody. */
export default async (container: MedusaContainer) =>
  recountAllSoldWorkflow(container).run({ input: {} })

export const config = { name: "sold-count", schedule: "17 * * * *" }
