import { Badge, Checkbox } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { statusColors } from "../../lib/reviews/state"
import type { Review } from "../../lib/reviews/types"
import { StateBadge } from "../common/state-badge"
import { ReviewActions } from "./actions/review-actions"
import { ReviewAnswer } from "./review-answer"
import { ReviewFacts } from "./review-facts"
import { ReviewText } from "./review-text"
import { Stars } from "./stars"

type ReviewItemProps = {
  review: Review
  /** Undefined where nothing can be picked. */
  picked?: boolean
  onPick: (picked: boolean) => void
}

export function ReviewItem({ review, picked, onPick }: ReviewItemProps) {
  const { t } = useTranslation("reviews")
  const { status, verified, rating } = review
  return (
    <article className="flex gap-x-4 px-6 py-4">
      {picked !== undefined && (
        <Checkbox
          className="mt-0.5 shrink-0"
          aria-label={t("bulk.pick", {
            what:
              review.title ??
              review.author_name ??
              t("stars", { count: rating }),
          })}
          checked={picked}
          onCheckedChange={(next) => onPick(next === true)}
        />
      )}
      <div className="flex min-w-0 flex-1 flex-col gap-y-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Stars rating={rating} />
          <StateBadge color={statusColors[status]}>
            {t(`status.${status}`)}
          </StateBadge>
          <Badge size="2xsmall">
            {t(verified ? "verified" : "unverified")}
          </Badge>
        </div>
        <ReviewText review={review} />
        <ReviewFacts review={review} />
        <ReviewAnswer review={review} />
        <ReviewActions review={review} />
      </div>
    </article>
  )
}
