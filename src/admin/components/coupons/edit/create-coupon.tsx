import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { bodyOf, newDraft } from "../../../lib/coupons/draft"
import { COUPONS, STALE } from "../../../lib/coupons/queries"
import type { CouponAnswer, CouponsPage } from "../../../lib/coupons/types"
import { useProblems } from "../../../lib/coupons/use-problems"
import { useAction } from "../../../lib/hooks/use-action"
import { sdk } from "../../../lib/sdk"
import { FormDrawer } from "../../common/form-drawer"
import { CouponKind } from "./coupon-kind"
import { CouponTerms } from "./coupon-terms"

type CreateCouponProps = {
  /** What the shop says of itself beside its coupons. */
  shop: Pick<CouponsPage, "time_zone" | "currencies">
}

export function CreateCoupon({ shop }: CreateCouponProps) {
  const { t } = useTranslation("coupons")
  const { time_zone: zone } = shop
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(() => newDraft(zone))
  const save = useAction({
    run: () =>
      sdk.client.fetch<CouponAnswer>(COUPONS, {
        method: "POST",
        body: bodyOf(draft),
      }),
    say: ({ coupon }) => ({
      tone: "success",
      text: t("create.done", { code: coupon.code }),
    }),
    onDone: () => setOpen(false),
    marksFields: true,
    stale: STALE,
  })
  const form = {
    draft,
    onChange: (change: Partial<typeof draft>) =>
      setDraft((before) => ({ ...before, ...change })),
    problem: useProblems(save.error),
  }
  return (
    <FormDrawer
      trigger={<Button size="small">{t("create.action")}</Button>}
      open={open}
      onOpenChange={(next) => {
        setDraft(newDraft(zone))
        save.reset()
        setOpen(next)
      }}
      title={t("create.title")}
      description={t("create.description", { zone })}
      submit={t("create.submit")}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
    >
      <CouponKind {...form} currencies={shop.currencies} />
      <CouponTerms {...form} />
    </FormDrawer>
  )
}
