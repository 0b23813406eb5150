import { useTranslation } from "react-i18next"
import type { Coupon } from "../../../lib/coupons/types"
import { useFormat } from "../../../lib/hooks/use-format"
import { TwoLines } from "./two-lines"

type CouponUsesProps = { coupon: Coupon }

/** How often it was used, and how often it may be. */
export function CouponUses({ coupon }: CouponUsesProps) {
  const { t } = useTranslation("coupons")
  const { number } = useFormat()
  const { used, usage_limit: limit, usage_limit_per_customer: each } = coupon
  return (
    <TwoLines
      first={
        limit === null
          ? number(used)
          : t("uses.of", { used: number(used), limit: number(limit) })
      }
      second={each !== null && t("uses.each", { limit: number(each) })}
    />
  )
}
