import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Story } from "../../../lib/mobile-payments/types"
import { useStoryAction } from "../../../lib/mobile-payments/use-story-action"

type CheckNowProps = { story: Story }

export function CheckNow({ story }: CheckNowProps) {
  const { t } = useTranslation("mobile-payments")
  const check = useStoryAction({
    orderId: story.order_id,
    action: "check",
    say: ({ state }) =>
      state === "paid" || state === "settling"
        ? { tone: "success", text: t("check.paid") }
        : { tone: "info", text: t("check.unpaid") },
  })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={check.isPending}
      onClick={() => check.mutate()}
    >
      {t("check.action")}
    </Button>
  )
}
