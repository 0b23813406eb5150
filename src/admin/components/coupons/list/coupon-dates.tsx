import { useTranslation } from "react-i18next"
import { endOf, type Moment, startOf } from "../../../lib/coupons/moments"
import type { Coupon } from "../../../lib/coupons/types"
import { useFormat } from "../../../lib/hooks/use-format"
import { TwoLines } from "./two-lines"

type CouponDatesProps = { coupon: Coupon }

/** From when to when, by the shop's calendar and clock. */
export function CouponDates({ coupon }: CouponDatesProps) {
  const { t } = useTranslation("coupons")
  const { calendar } = useFormat()
  const said = ({ day, time }: Moment) => (day ? calendar(day, time) : "–")
  const [start, end] = [startOf(coupon), endOf(coupon)]
  if (!start.day && !end.day) {
    return "–"
  }
  return (
    <TwoLines
      first={t("dates.from", { date: said(start) })}
      second={t("dates.to", { date: said(end) })}
    />
  )
}
