import { Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { stateColors } from "../../../lib/coupons/state"
import type { Coupon } from "../../../lib/coupons/types"
import { useFormat } from "../../../lib/hooks/use-format"
import { StateBadge } from "../../common/state-badge"
import { CouponActions } from "../actions/coupon-actions"
import { CouponDates } from "./coupon-dates"
import { CouponDiscount } from "./coupon-discount"
import { CouponUses } from "./coupon-uses"

export type May = { change: boolean; remove: boolean }

type CouponRowProps = { coupon: Coupon; may: May }

export function CouponRow({ coupon, may }: CouponRowProps) {
  const { t } = useTranslation("coupons")
  const { money } = useFormat()
  const { code, state, minimum_amount, currency_code } = coupon
  return (
    <Table.Row>
      <Table.Cell className="py-2">
        <Text
          size="small"
          leading="compact"
          weight="plus"
          className="min-w-[7rem] max-w-[14rem] break-all"
        >
          {code}
        </Text>
      </Table.Cell>
      <Table.Cell>
        <StateBadge color={stateColors[state]}>
          {t(`state.${state}`)}
        </StateBadge>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap py-2">
        <CouponDiscount coupon={coupon} />
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap tabular-nums">
        {minimum_amount !== null && currency_code
          ? money(minimum_amount, currency_code)
          : "–"}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap py-2">
        <CouponDates coupon={coupon} />
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap py-2">
        <CouponUses coupon={coupon} />
      </Table.Cell>
      {(may.change || may.remove) && (
        <Table.Cell className="py-2">
          <CouponActions coupon={coupon} may={may} />
        </Table.Cell>
      )}
    </Table.Row>
  )
}
