import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Review } from "../../../lib/reviews/types"
import { useReviewAction } from "../../../lib/reviews/use-review-action"

type ApproveReviewProps = { review: Review }

export function ApproveReview({ review: { id, version } }: ApproveReviewProps) {
  const { t } = useTranslation("reviews")
  const approve = useReviewAction({
    id,
    path: "/approve",
    body: () => ({ version }),
    said: t("approve.done"),
  })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={approve.isPending}
      onClick={() => approve.mutate()}
    >
      {t("approve.action")}
    </Button>
  )
}
