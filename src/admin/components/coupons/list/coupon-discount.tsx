import { useTranslation } from "react-i18next"
import type { Coupon } from "../../../lib/coupons/types"
import { useFormat } from "../../../lib/hooks/use-format"
import { TwoLines } from "./two-lines"

type CouponDiscountProps = { coupon: Coupon }

/** What it takes off, and no more than what. */
export function CouponDiscount({ coupon }: CouponDiscountProps) {
  const { t } = useTranslation("coupons")
  const { money, number, percent } = useFormat()
  const { type, value, currency_code: currency, maximum_discount } = coupon
  const amount = (figure: number) =>
    currency ? money(figure, currency) : number(figure)
  return (
    <TwoLines
      first={type === "percentage" ? percent(value) : amount(value)}
      second={
        coupon.simple
          ? maximum_discount !== null &&
            t("atMost", { amount: amount(maximum_discount) })
          : t("notSimple")
      }
    />
  )
}
