export const reviewStatuses = ["pending", "approved", "rejected"] as const

export type ReviewStatus = (typeof reviewStatuses)[number]

/** Whether staff look at a text after it is shown, or before. */
export type Moderation = "after" | "before"

export const MAX_TITLE = 255
export const MAX_COMMENT = 5_000
export const MAX_REPLY = 2_000
export const MAX_REASON = 500

export type ReviewRow = {
  id: string
  product_id: string
  customer_id: string | null
  order_id: string | null
  author_name: string | null
  rating: number
  title: string | null
  comment: string | null
  verified: boolean
  status: ReviewStatus
  version: number
  helpful_count: number
  edited_at: Date | null
  moderated_at: Date | null
  moderated_by: string | null
  rejection_reason: string | null
  reply: string | null
  replied_at: Date | null
  replied_by: string | null
  created_at: Date
  updated_at: Date
  deleted_at: Date | null
}

export type NewReview = Pick<
  ReviewRow,
  | "product_id"
  | "order_id"
  | "author_name"
  | "rating"
  | "title"
  | "comment"
  | "verified"
> & { customer_id: string; moderation: Moderation }

/** What a shopper may say otherwise; what is left out stays. */
export type ReviewText = Partial<
  Pick<ReviewRow, "rating" | "title" | "comment">
>

export type ReviewEdit = {
  id: string
  customer_id: string
  text: ReviewText
  moderation: Moderation
}

export type ReviewDecision = {
  id: string
  status: "approved" | "rejected"
  by: string
  reason?: string | null
  /** As the one who decides has seen it; another one is refused. */
  version?: number
}

export type ReviewReply = { id: string; reply: string | null; by: string }

export type ReviewRemoval = {
  id: string
  /** The author; staff remove whosever it is. */
  customer_id?: string
  version?: number
}

export type ReviewVoteInput = {
  id: string
  customer_id: string
  helpful: boolean
}

/** What a write did; `after` equals `before` when there was nothing to do. */
export type Written = {
  changed: boolean
  before: ReviewRow
  after: ReviewRow
}

export type Voted = { changed: boolean; review: ReviewRow }

/** A product's figures at one moment; a higher version is a later one. */
export type Rating = {
  product_id: string
  rating_average: number
  rating_count: number
  version: number
}
