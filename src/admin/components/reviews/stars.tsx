import { Star, StarSolid } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { STARS } from "../../lib/reviews/state"

type StarsProps = { rating: number }

/** So many of five; said once to whoever cannot see them. */
export function Stars({ rating }: StarsProps) {
  const { t } = useTranslation("reviews")
  const label = t("stars", { count: rating })
  return (
    <span role="img" aria-label={label} title={label} className="flex">
      {[...STARS]
        .reverse()
        .map((star) =>
          star <= rating ? (
            <StarSolid
              key={star}
              aria-hidden
              className="text-ui-tag-orange-icon"
            />
          ) : (
            <Star key={star} aria-hidden className="text-ui-fg-muted" />
          )
        )}
    </span>
  )
}
