import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { Written } from "../../../modules/review/types"
import { deleteReviewWorkflow } from "../workflows/delete-review"
import { moderateReviewWorkflow } from "../workflows/moderate-review"

export const bulkActions = ["approve", "reject", "delete"] as const

export type BulkAction = (typeof bulkActions)[number]

export type BulkInput = {
  action: BulkAction
  reviews: readonly { id: string; version?: number }[]
  reason?: string | null
  by: string
}

export type BulkOutcome = {
  id: string
  outcome: "done" | "unchanged" | "refused" | "failed"
  code?: string
  message?: string
}

async function act(
  container: MedusaContainer,
  { action, reason, by }: BulkInput,
  review: { id: string; version?: number }
): Promise<Written> {
  const { result } =
    action === "delete"
      ? await deleteReviewWorkflow(container).run({ input: review })
      : await moderateReviewWorkflow(container).run({
          input: {
            ...review,
            by,
            status: action === "approve" ? "approved" : "rejected",
            reason: action === "reject" ? reason : null,
          },
        })
  return result
}

/**
 * One after another, each on its own: what cannot be done does not hold up
 * the others, and the answer says of each what became of it.
 */
export async function bulkModerate(
  container: MedusaContainer,
  input: BulkInput
): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = []
  for (const review of input.reviews) {
    const { id } = review
    try {
      const { changed } = await act(container, input, review)
      outcomes.push({ id, outcome: changed ? "done" : "unchanged" })
    } catch (error) {
      outcomes.push({ id, ...refusalOf(container, id, error) })
    }
  }
  return outcomes
}

function refusalOf(container: MedusaContainer, id: string, error: unknown) {
  if (MedusaError.isMedusaError(error)) {
    const { code, message } = error as MedusaError
    return { outcome: "refused" as const, code, message }
  }
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`Reviews: ${id} could not be moderated`, error as Error)
  return { outcome: "failed" as const, code: "internal_error" }
}
