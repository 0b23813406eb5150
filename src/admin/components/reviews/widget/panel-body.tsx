import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../lib/hooks/use-format"
import { READ, useFigures, useLastReviews } from "../../../lib/reviews/queries"
import { EmptyState } from "../../common/empty-state"
import { ErrorState } from "../../common/error-state"
import { SkeletonRows } from "../../common/skeleton-rows"
import { Stars } from "../stars"
import { Histogram } from "./histogram"
import { LastReview } from "./last-review"

const LAST = 3

type PanelBodyProps = { productId: string }

/** The figures of a product, and what was said last. */
export function PanelBody({ productId }: PanelBodyProps) {
  const { t } = useTranslation("reviews")
  const { number } = useFormat()
  const figures = useFigures(productId)
  const last = useLastReviews(productId, LAST)
  const failed = figures.error ?? last.error
  if (failed) {
    return (
      <ErrorState
        error={failed}
        permission={READ}
        retry={() => {
          void figures.refetch()
          void last.refetch()
        }}
        retrying={figures.isFetching || last.isFetching}
      />
    )
  }
  if (figures.data === undefined || !last.data) {
    return <SkeletonRows rows={3} />
  }
  if (last.data.count === 0) {
    return <EmptyState title={t("widget.empty")} hint={t("widget.emptyHint")} />
  }
  return (
    <div className="divide-y">
      {figures.data && figures.data.rating_count > 0 && (
        <div className="flex flex-wrap items-center gap-x-8 gap-y-4 px-6 py-4">
          <div className="flex flex-col gap-y-1">
            <Heading level="h3">{number(figures.data.rating_average)}</Heading>
            <Stars rating={Math.round(figures.data.rating_average)} />
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t("widget.count", { count: figures.data.rating_count })}
            </Text>
          </div>
          <Histogram figures={figures.data} />
        </div>
      )}
      <ul className="divide-y">
        {last.data.reviews.map((review) => (
          <li key={review.id}>
            <LastReview review={review} />
          </li>
        ))}
      </ul>
    </div>
  )
}
