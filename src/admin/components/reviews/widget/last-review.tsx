import { statusColors } from "../../../lib/reviews/state"
import { useTranslation } from "react-i18next"
import type { Review } from "../../../lib/reviews/types"
import { StateBadge } from "../../common/state-badge"
import { ReviewFacts } from "../review-facts"
import { ReviewText } from "../review-text"
import { Stars } from "../stars"

type LastReviewProps = { review: Review }

export function LastReview({ review }: LastReviewProps) {
  const { t } = useTranslation("reviews")
  return (
    <article className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Stars rating={review.rating} />
        {review.status !== "approved" && (
          <StateBadge color={statusColors[review.status]}>
            {t(`status.${review.status}`)}
          </StateBadge>
        )}
      </div>
      <ReviewText review={review} />
      <ReviewFacts review={review} withProduct={false} />
    </article>
  )
}
