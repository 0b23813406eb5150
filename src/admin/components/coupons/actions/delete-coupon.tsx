import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { COUPONS, STALE } from "../../../lib/coupons/queries"
import type { Coupon } from "../../../lib/coupons/types"
import { useAction } from "../../../lib/hooks/use-action"
import { useFormat } from "../../../lib/hooks/use-format"
import { sdk } from "../../../lib/sdk"
import { ConfirmAction } from "../../common/confirm-action"

type DeleteCouponProps = { coupon: Coupon }

export function DeleteCoupon({ coupon }: DeleteCouponProps) {
  const { t } = useTranslation("coupons")
  const { number } = useFormat()
  const [asking, setAsking] = useState(false)
  const { id, code, used } = coupon
  const remove = useAction({
    run: () => sdk.client.fetch(`${COUPONS}/${id}`, { method: "DELETE" }),
    say: () => ({ tone: "success", text: t("delete.done", { code }) }),
    stale: STALE,
  })
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        isLoading={remove.isPending}
        onClick={() => setAsking(true)}
      >
        {t("delete.action")}
      </Button>
      <ConfirmAction
        open={asking}
        onOpenChange={setAsking}
        title={t("delete.title", { code })}
        description={[
          t(used ? "delete.used" : "delete.unused", {
            count: used,
            uses: number(used),
          }),
          t("delete.instead"),
        ].join(" ")}
        confirm={t("delete.action")}
        onConfirm={() => remove.mutate()}
      />
    </>
  )
}
