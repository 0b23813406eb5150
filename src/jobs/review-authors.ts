import type { MedusaContainer } from "@medusajs/framework/types"
import { forgetGoneReviewAuthorsWorkflow } from "../workflows/review"

/** Takes the name off reviews whose customer was deleted and nobody heard. */
export default async (container: MedusaContainer) =>
  forgetGoneReviewAuthorsWorkflow(container).run({ input: {} })

export const config = { name: "review-authors", schedule: "20 2 * * *" }
