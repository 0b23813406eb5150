import { Button } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { UrlChange } from "../../lib/hooks/use-url-state"
import {
  filterNames,
  isFiltered,
  type ReviewFilters,
} from "../../lib/reviews/filters"
import { STARS, statuses } from "../../lib/reviews/state"
import { Choice } from "../common/choice"
import { DayField } from "../common/day-field"
import { SearchField } from "../common/search-field"

type ReviewsFiltersProps = {
  filters: ReviewFilters
  change: (change: UrlChange, options?: { replace: boolean }) => void
}

const none = Object.fromEntries(filterNames.map((name) => [name, undefined]))

const NEWEST = "-created_at"

const orders = [NEWEST, "created_at", "-rating", "rating", "-helpful_count"]

export function ReviewsFilters({ filters, change }: ReviewsFiltersProps) {
  const { t } = useTranslation("reviews")
  const search = useCallback(
    (q: string) => change({ q }, { replace: true }),
    [change]
  )
  return (
    <div role="search" className="flex flex-col gap-y-4 px-6 py-4">
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-7">
        <div className="col-span-2">
          <SearchField
            label={t("filters.search")}
            placeholder={t("filters.searchHint")}
            value={filters.q}
            onChange={search}
          />
        </div>
        <Choice
          label={t("filters.status")}
          all={t("filters.anyStatus")}
          value={filters.status}
          onChange={(status) => change({ status })}
          options={statuses.map((value) => ({
            value,
            label: t(`status.${value}`),
          }))}
        />
        <Choice
          label={t("filters.rating")}
          all={t("filters.anyRating")}
          value={filters.rating}
          onChange={(rating) => change({ rating })}
          options={STARS.map((count) => ({
            value: String(count),
            label: t("stars", { count }),
          }))}
        />
        <Choice
          label={t("filters.order")}
          value={filters.order || NEWEST}
          onChange={(order) =>
            change({ order: order === NEWEST ? undefined : order })
          }
          options={orders.map((value) => ({
            value,
            label: t(`order.${value}`),
          }))}
        />
        <DayField
          label={t("filters.from")}
          value={filters.from}
          max={filters.to}
          onChange={(from) => change({ from })}
        />
        <DayField
          label={t("filters.to")}
          value={filters.to}
          min={filters.from}
          onChange={(to) => change({ to })}
        />
      </div>
      {isFiltered(filters) && (
        <div className="flex justify-end">
          <Button
            size="small"
            variant="transparent"
            onClick={() => change(none)}
          >
            {t("filters.clear")}
          </Button>
        </div>
      )}
    </div>
  )
}
