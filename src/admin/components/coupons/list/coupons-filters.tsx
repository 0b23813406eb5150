import { Button } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import {
  type CouponFilters,
  filterNames,
  isFiltered,
  orders,
} from "../../../lib/coupons/filters"
import { states } from "../../../lib/coupons/state"
import type { UrlChange } from "../../../lib/hooks/use-url-state"
import { Choice } from "../../common/choice"
import { SearchField } from "../../common/search-field"

type CouponsFiltersProps = {
  filters: CouponFilters
  change: (change: UrlChange, options?: { replace: boolean }) => void
}

const none = Object.fromEntries(filterNames.map((name) => [name, undefined]))

export function CouponsFilters({ filters, change }: CouponsFiltersProps) {
  const { t } = useTranslation("coupons")
  const search = useCallback(
    (q: string) => change({ q }, { replace: true }),
    [change]
  )
  const [newest] = orders
  return (
    <div role="search" className="flex flex-col gap-y-4 px-6 py-4">
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <div className="col-span-2">
          <SearchField
            label={t("filters.search")}
            placeholder={t("filters.searchHint")}
            value={filters.q}
            onChange={search}
          />
        </div>
        <Choice
          label={t("filters.state")}
          all={t("filters.anyState")}
          value={filters.state}
          onChange={(state) => change({ state })}
          options={states.map((value) => ({
            value,
            label: t(`state.${value}`),
          }))}
        />
        <Choice
          label={t("filters.order")}
          value={filters.order || newest}
          onChange={(order) =>
            change({ order: order === newest ? undefined : order })
          }
          options={orders.map((value) => ({
            value,
            label: t(`order.${value}`),
          }))}
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
