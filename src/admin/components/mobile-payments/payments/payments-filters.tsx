import { Button } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { UrlChange } from "../../../lib/hooks/use-url-state"
import {
  filterNames,
  type PaymentFilters,
} from "../../../lib/mobile-payments/filters"
import { mobileMethods } from "../../../lib/mobile-payments/methods"
import { paymentColors } from "../../../lib/mobile-payments/state"
import { Choice } from "../../common/choice"
import { DayField } from "../../common/day-field"
import { SearchField } from "../../common/search-field"
import { DownloadPayments } from "./download-payments"

type PaymentsFiltersProps = {
  filters: PaymentFilters
  change: (change: UrlChange, options?: { replace: boolean }) => void
}

const none = Object.fromEntries(filterNames.map((name) => [name, undefined]))

export function PaymentsFilters({ filters, change }: PaymentsFiltersProps) {
  const { t } = useTranslation("mobile-payments")
  const search = useCallback(
    (q: string) => change({ q }, { replace: true }),
    [change]
  )
  return (
    <div role="search" className="flex flex-col gap-y-4 px-6 py-4">
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-6">
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
          options={Object.keys(paymentColors).map((value) => ({
            value,
            label: t(`state.${value}`),
          }))}
        />
        <Choice
          label={t("filters.method")}
          all={t("filters.anyMethod")}
          value={filters.method}
          onChange={(method) => change({ method })}
          options={mobileMethods}
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
      <div className="flex flex-wrap justify-end gap-2">
        {Object.values(filters).some(Boolean) && (
          <Button
            size="small"
            variant="transparent"
            onClick={() => change(none)}
          >
            {t("filters.clear")}
          </Button>
        )}
        <DownloadPayments filters={filters} />
      </div>
    </div>
  )
}
