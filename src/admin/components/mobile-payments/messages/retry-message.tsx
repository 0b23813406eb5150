import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useAction } from "../../../lib/hooks/use-action"
import { mobilePaymentKeys } from "../../../lib/mobile-payments/queries"
import type { Message } from "../../../lib/mobile-payments/types"
import { sdk } from "../../../lib/sdk"

type RetryMessageProps = { id: string }

const outcomes: Record<Message["state"], string> = {
  done: "retry.done",
  new: "retry.later",
  parked: "retry.parked",
}

export function RetryMessage({ id }: RetryMessageProps) {
  const { t } = useTranslation("mobile-payments")
  const retry = useAction({
    run: () =>
      sdk.client.fetch<{ message: Message }>(
        `/admin/mobile-payments/messages/${id}/retry`,
        { method: "POST" }
      ),
    say: ({ message: { state } }) => ({
      tone: state === "done" ? "success" : "warning",
      text: t(outcomes[state]),
    }),
    stale: [mobilePaymentKeys.all],
  })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={retry.isPending}
      onClick={() => retry.mutate()}
    >
      {t("retry.action")}
    </Button>
  )
}
