/** What others may listen to. Each carries `{ id, product_id }` of a review. */
export const ReviewEvents = {
  /** A customer wrote it; it may wait for staff. */
  CREATED: "review.created",
  /** Its author changed rating, title or comment. */
  UPDATED: "review.updated",
  /** Staff show it. */
  APPROVED: "review.approved",
  /** Staff took it down, or never showed it. */
  REJECTED: "review.rejected",
  /** The shop answers, or answers otherwise. */
  REPLIED: "review.replied",
  /** Its author or staff deleted it. */
  DELETED: "review.deleted",
} as const
