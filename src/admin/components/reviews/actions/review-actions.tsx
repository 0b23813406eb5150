import { useCan } from "../../../lib/hooks/use-can"
import { DELETE, UPDATE } from "../../../lib/reviews/queries"
import type { Review } from "../../../lib/reviews/types"
import { ApproveReview } from "./approve-review"
import { DeleteReview } from "./delete-review"
import { RejectReview } from "./reject-review"
import { RemoveReply, ReplyToReview } from "./reply-to-review"

type ReviewActionsProps = { review: Review }

/** Only what the person may do and what would change something. */
export function ReviewActions({ review }: ReviewActionsProps) {
  const canDecide = useCan(UPDATE)
  const canDelete = useCan(DELETE)
  const { status, reply } = review
  return (
    <div className="flex flex-wrap gap-2 empty:hidden">
      {canDecide && status !== "approved" && <ApproveReview review={review} />}
      {canDecide && status !== "rejected" && <RejectReview review={review} />}
      {canDecide && <ReplyToReview review={review} />}
      {canDecide && reply && <RemoveReply review={review} />}
      {canDelete && <DeleteReview review={review} />}
    </div>
  )
}
