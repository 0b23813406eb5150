import { useTranslation } from "react-i18next"
import type { Coupon } from "../../../lib/coupons/types"
import { Fact } from "../../common/fact"

type FixedFactsProps = { coupon: Coupon }

/** What stays for good. */
export function FixedFacts({ coupon }: FixedFactsProps) {
  const { t } = useTranslation("coupons")
  return (
    <dl className="flex flex-col gap-y-3">
      <Fact label={t("field.code")}>
        <span className="break-all">{coupon.code}</span>
      </Fact>
      <Fact label={t("field.type")}>{t(`type.${coupon.type}`)}</Fact>
      <Fact label={t("field.currency_code")}>
        {coupon.currency_code?.toUpperCase() ?? t("anyCurrency")}
      </Fact>
    </dl>
  )
}
