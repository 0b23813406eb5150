import type { MedusaContainer } from "@medusajs/framework/types"
import { repairSearchIndexWorkflow } from "../workflows/search"

/** Mends what a crash, a lost event or a change past us left in the index. */
export default async (container: MedusaContainer) =>
  repairSearchIndexWorkflow(container).run()

export const config = { name: "search-repair", schedule: "*/5 * * * *" }
