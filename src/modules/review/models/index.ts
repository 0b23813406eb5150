export { Review } from "./review"
export { ReviewSummary } from "./review-summary"
export { ReviewVote } from "./review-vote"
