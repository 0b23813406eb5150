import { useTranslation } from "react-i18next"
import { useUrlState } from "../../../lib/hooks/use-url-state"
import {
  filterNames,
  type PaymentFilters,
  paymentsQuery,
} from "../../../lib/mobile-payments/filters"
import { usePayments } from "../../../lib/mobile-payments/queries"
import { EmptyState } from "../../common/empty-state"
import { ListBody } from "../list-body"
import { PaymentsFilters } from "./payments-filters"
import { PaymentsTable } from "./payments-table"

export function PaymentsTab() {
  const { t } = useTranslation("mobile-payments")
  const url = useUrlState()
  const filters = Object.fromEntries(
    filterNames.map((name) => [name, url.get(name)])
  ) as PaymentFilters
  const query = paymentsQuery(filters)
  const payments = usePayments(query, url.page)
  const searched = Object.keys(query).length > 0

  return (
    <div className="divide-y">
      <PaymentsFilters filters={filters} change={url.change} />
      <ListBody
        list={payments}
        empty={
          <EmptyState
            title={t(searched ? "empty.found" : "empty.payments")}
            hint={t(searched ? "empty.foundHint" : "empty.paymentsHint")}
          />
        }
      >
        {({ mobile_payments }) => <PaymentsTable payments={mobile_payments} />}
      </ListBody>
    </div>
  )
}
