import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { hasPermission } from "@medusajs/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { bulkModerate } from "../../../../workflows/review"
import type { AdminBulkReviews } from "../validators"
import type { AdminBulkReviewsResponse } from "../view"

/** The route's own policy lets decide, not delete. */
async function expectMayDelete({
  auth_context,
  scope,
}: AuthenticatedMedusaRequest) {
  const may = await hasPermission({
    roles: (auth_context.app_metadata.roles ?? []) as string[],
    actions: { resource: "review", operation: "delete" },
    container: scope,
  })
  if (!may) {
    throw new MedusaError(
      MedusaError.Types.FORBIDDEN,
      "Insufficient permissions. Required policies: review:delete"
    )
  }
}

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminBulkReviews>,
  res: MedusaResponse<AdminBulkReviewsResponse>
) => {
  const body = req.validatedBody
  if (body.action === "delete") {
    await expectMayDelete(req)
  }
  const results = await bulkModerate(req.scope, {
    ...body,
    by: req.auth_context.actor_id,
  })
  const count = (...outcomes: string[]) =>
    results.filter(({ outcome }) => outcomes.includes(outcome)).length
  res.json({
    results,
    done: count("done"),
    unchanged: count("unchanged"),
    failed: count("refused", "failed"),
  })
}
