import { useTranslation } from "react-i18next"
import { useUrlState } from "../../lib/hooks/use-url-state"
import {
  filterNames,
  isFiltered,
  type ReviewFilters,
  reviewsQuery,
} from "../../lib/reviews/filters"
import { READ, useReviews } from "../../lib/reviews/queries"
import { EmptyState } from "../common/empty-state"
import { ListBody } from "../common/list-body"
import { ProductNote } from "./product-note"
import { ReviewsFilters } from "./reviews-filters"
import { ReviewsList } from "./reviews-list"
import { WaitingNote } from "./waiting-note"

export function ReviewsQueue() {
  const { t } = useTranslation("reviews")
  const url = useUrlState()
  const filters = Object.fromEntries(
    filterNames.map((name) => [name, url.get(name)])
  ) as ReviewFilters
  const reviews = useReviews(reviewsQuery(filters), url.page)
  const searched = isFiltered(filters)
  return (
    <div className="divide-y">
      {filters.status !== "pending" && (
        <WaitingNote onShow={() => url.only({ status: "pending" })} />
      )}
      {filters.product && (
        <ProductNote
          id={filters.product}
          onClear={() => url.change({ product: undefined })}
        />
      )}
      <ReviewsFilters filters={filters} change={url.change} />
      <ListBody
        list={reviews}
        permission={READ}
        empty={
          <EmptyState
            title={t(searched ? "empty.found" : "empty.all")}
            hint={t(searched ? "empty.foundHint" : "empty.allHint")}
          />
        }
      >
        {(page) => <ReviewsList reviews={page.reviews} />}
      </ListBody>
    </div>
  )
}
