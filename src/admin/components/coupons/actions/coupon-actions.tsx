import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Coupon } from "../../../lib/coupons/types"
import { EditCoupon } from "../edit/edit-coupon"
import type { May } from "../list/coupon-row"
import { DeleteCoupon } from "./delete-coupon"
import { SwitchCoupon } from "./switch-coupon"

type CouponActionsProps = { coupon: Coupon; may: May }

/** Only what the person may do; what is more than a coupon is changed elsewhere. */
export function CouponActions({ coupon, may }: CouponActionsProps) {
  const { t } = useTranslation("coupons")
  return (
    <div className="flex items-center justify-end gap-x-2">
      {may.change && <SwitchCoupon coupon={coupon} />}
      {may.change && coupon.simple && <EditCoupon coupon={coupon} />}
      {!coupon.simple && (
        <Button size="small" variant="secondary" asChild>
          <Link to={`/promotions/${coupon.id}`}>{t("openPromotion")}</Link>
        </Button>
      )}
      {may.remove && <DeleteCoupon coupon={coupon} />}
    </div>
  )
}
