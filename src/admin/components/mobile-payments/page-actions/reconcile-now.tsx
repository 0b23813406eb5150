import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useAction } from "../../../lib/hooks/use-action"
import { mobilePaymentKeys } from "../../../lib/mobile-payments/queries"
import type { Reconciled } from "../../../lib/mobile-payments/types"
import { sdk } from "../../../lib/sdk"

type ReconcileNowProps = {
  onBegin: () => void
  /** Nothing when it was refused. */
  onEnd: (found?: Reconciled) => void
}

/** Does at once what the jobs do by themselves; safe to press again. */
export function ReconcileNow({ onBegin, onEnd }: ReconcileNowProps) {
  const { t } = useTranslation("mobile-payments")
  const reconcile = useAction({
    run: () =>
      sdk.client.fetch<Reconciled>("/admin/mobile-payments/reconcile", {
        method: "POST",
      }),
    say: ({ left, unread_books }) =>
      left || unread_books
        ? { tone: "warning", text: t("reconcile.unfinished") }
        : { tone: "success", text: t("reconcile.done") },
    stale: [mobilePaymentKeys.all],
  })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={reconcile.isPending}
      onClick={() => {
        onBegin()
        reconcile.mutate(undefined, { onSettled: onEnd })
      }}
    >
      {t("reconcile.action")}
    </Button>
  )
}
