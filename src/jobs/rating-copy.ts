import type { MedusaContainer } from "@medusajs/framework/types"
import { copyRatingsWorkflow } from "../workflows/review"

/** Hands on the ratings that a crash kept from being handed on. */
export default async (container: MedusaContainer) =>
  copyRatingsWorkflow(container).run({ input: {} })

export const config = { name: "rating-copy", schedule: "*/5 * * * *" }
