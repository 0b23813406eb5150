import { Switch } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { COUPONS, STALE } from "../../../lib/coupons/queries"
import type { Coupon } from "../../../lib/coupons/types"
import { useAction } from "../../../lib/hooks/use-action"
import { sdk } from "../../../lib/sdk"

type SwitchCouponProps = { coupon: Coupon }

/** Whether the code counts; what is switched off keeps everything else. */
export function SwitchCoupon({ coupon }: SwitchCouponProps) {
  const { t } = useTranslation("coupons")
  const { id, code, active } = coupon
  const turn = useAction({
    run: (next: boolean) =>
      sdk.client.fetch(`${COUPONS}/${id}`, {
        method: "POST",
        body: { active: next },
      }),
    say: () => null,
    stale: STALE,
  })
  return (
    <Switch
      className="shrink-0"
      aria-label={t("switch", { code })}
      checked={turn.isPending ? turn.variables : active}
      disabled={turn.isPending}
      onCheckedChange={(next) => turn.mutate(next)}
    />
  )
}
