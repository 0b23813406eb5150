import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { UrlChange } from "../../lib/hooks/use-url-state"
import { orders } from "../../lib/wishlists/queries"
import { Choice } from "../common/choice"
import { SearchField } from "../common/search-field"
import { DownloadWanted } from "./download-wanted"

type WantedFiltersProps = {
  chosen: { q: string; order: string }
  change: (change: UrlChange, options?: { replace: boolean }) => void
}

export function WantedFilters({ chosen, change }: WantedFiltersProps) {
  const { t } = useTranslation("wishlists")
  const search = useCallback(
    (q: string) => change({ q }, { replace: true }),
    [change]
  )
  return (
    <div
      role="search"
      className="grid grid-cols-1 items-end gap-4 px-6 py-4 sm:grid-cols-2 lg:grid-cols-4"
    >
      <div className="lg:col-span-2">
        <SearchField
          label={t("filters.search")}
          placeholder={t("filters.searchHint")}
          value={chosen.q}
          onChange={search}
        />
      </div>
      <Choice
        label={t("filters.order")}
        value={chosen.order || orders[0]}
        onChange={(order) =>
          change({ order: order === orders[0] ? undefined : order })
        }
        options={orders.map((value) => ({
          value,
          label: t(`order.${value.slice(1)}`),
        }))}
      />
      <div className="flex justify-end">
        <DownloadWanted chosen={chosen} />
      </div>
    </div>
  )
}
