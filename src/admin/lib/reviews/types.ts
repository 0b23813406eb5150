export type {
  AdminBulkReviewsResponse as BulkResult,
  AdminReview as Review,
  AdminReviewsResponse as ReviewsPage,
} from "../../../api/admin/reviews/view"

export type BulkAction = "approve" | "reject" | "delete"
