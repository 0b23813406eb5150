import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { changesOf, draftOf } from "../../../lib/coupons/draft"
import { COUPONS, STALE } from "../../../lib/coupons/queries"
import type { Coupon } from "../../../lib/coupons/types"
import { useProblems } from "../../../lib/coupons/use-problems"
import { useAction } from "../../../lib/hooks/use-action"
import { sdk } from "../../../lib/sdk"
import { FormDrawer } from "../../common/form-drawer"
import { CouponTerms } from "./coupon-terms"
import { FixedFacts } from "./fixed-facts"

type EditCouponProps = { coupon: Coupon }

export function EditCoupon({ coupon }: EditCouponProps) {
  const { t } = useTranslation("coupons")
  const { id, code, time_zone: zone } = coupon
  const [open, setOpen] = useState(false)
  /** What the form began with: the list may move while it is open. */
  const [shown, setShown] = useState(coupon)
  const [draft, setDraft] = useState(() => draftOf(coupon))
  const changes = changesOf(shown, draft)
  const save = useAction({
    run: () =>
      sdk.client.fetch(`${COUPONS}/${id}`, { method: "POST", body: changes }),
    say: () => ({ tone: "success", text: t("edit.done", { code }) }),
    onDone: () => setOpen(false),
    marksFields: true,
    stale: STALE,
  })
  const problem = useProblems(save.error)
  return (
    <FormDrawer
      trigger={
        <Button
          size="small"
          variant="secondary"
          aria-label={t("edit.title", { code })}
        >
          {t("edit.action")}
        </Button>
      }
      open={open}
      onOpenChange={(next) => {
        setShown(coupon)
        setDraft(draftOf(coupon))
        save.reset()
        setOpen(next)
      }}
      title={t("edit.title", { code })}
      description={t("edit.description", { zone })}
      submit={t("edit.submit")}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
      disabled={Object.keys(changes).length === 0}
    >
      <FixedFacts coupon={coupon} />
      <CouponTerms
        draft={draft}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        problem={problem}
      />
    </FormDrawer>
  )
}
