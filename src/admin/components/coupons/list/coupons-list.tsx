import { useTranslation } from "react-i18next"
import {
  type CouponFilters,
  couponsQuery,
  filterNames,
  isFiltered,
} from "../../../lib/coupons/filters"
import { CREATE, READ, useCoupons } from "../../../lib/coupons/queries"
import { useCan } from "../../../lib/hooks/use-can"
import { useUrlState } from "../../../lib/hooks/use-url-state"
import { EmptyState } from "../../common/empty-state"
import { ListBody } from "../../common/list-body"
import { CreateCoupon } from "../edit/create-coupon"
import { PageHead } from "../page-head"
import { CouponsFilters } from "./coupons-filters"
import { CouponsTable } from "./coupons-table"

export function CouponsList() {
  const { t } = useTranslation("coupons")
  const url = useUrlState()
  const canCreate = useCan(CREATE)
  const filters = Object.fromEntries(
    filterNames.map((name) => [name, url.get(name)])
  ) as CouponFilters
  const coupons = useCoupons(couponsQuery(filters), url.page)
  const searched = isFiltered(filters)
  return (
    <>
      <PageHead>
        {canCreate && coupons.data && <CreateCoupon shop={coupons.data} />}
      </PageHead>
      <CouponsFilters filters={filters} change={url.change} />
      <ListBody
        list={coupons}
        permission={READ}
        empty={
          <EmptyState
            title={t(searched ? "empty.found" : "empty.all")}
            hint={t(searched ? "empty.foundHint" : "empty.allHint")}
          />
        }
      >
        {(page) => <CouponsTable coupons={page.coupons} />}
      </ListBody>
    </>
  )
}
