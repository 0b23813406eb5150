import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCan } from "../../../lib/hooks/use-can"
import { DELETE, UPDATE } from "../../../lib/coupons/queries"
import type { Coupon } from "../../../lib/coupons/types"
import { CouponRow } from "./coupon-row"

type CouponsTableProps = { coupons: readonly Coupon[] }

const COLUMNS = ["code", "state", "discount", "minimum", "valid", "uses"]

export function CouponsTable({ coupons }: CouponsTableProps) {
  const { t } = useTranslation("coupons")
  const may = { change: useCan(UPDATE), remove: useCan(DELETE) }
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            {COLUMNS.map((column) => (
              <Table.HeaderCell key={column} scope="col">
                {t(`columns.${column}`)}
              </Table.HeaderCell>
            ))}
            {(may.change || may.remove) && (
              <Table.HeaderCell scope="col">
                <span className="sr-only">{t("columns.actions")}</span>
              </Table.HeaderCell>
            )}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {coupons.map((coupon) => (
            <CouponRow key={coupon.id} coupon={coupon} may={may} />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
