import { useCan } from "../../lib/hooks/use-can"
import { UPDATE } from "../../lib/reviews/queries"
import type { Review } from "../../lib/reviews/types"
import { usePicked } from "../../lib/reviews/use-picked"
import { BulkBar } from "./bulk/bulk-bar"
import { ReviewItem } from "./review-item"

type ReviewsListProps = { reviews: readonly Review[] }

export function ReviewsList({ reviews }: ReviewsListProps) {
  const can = useCan(UPDATE)
  const selection = usePicked(reviews)
  return (
    <div className="divide-y">
      {can && <BulkBar selection={selection} />}
      <ul className="divide-y">
        {reviews.map((review) => (
          <li key={review.id}>
            <ReviewItem
              review={review}
              picked={can ? selection.has(review.id) : undefined}
              onPick={(on) => selection.pick(review.id, on)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
