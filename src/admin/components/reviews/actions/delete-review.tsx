import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Review } from "../../../lib/reviews/types"
import { useReviewAction } from "../../../lib/reviews/use-review-action"
import { ConfirmAction } from "../../common/confirm-action"

type DeleteReviewProps = { review: Review }

export function DeleteReview({ review: { id } }: DeleteReviewProps) {
  const { t } = useTranslation("reviews")
  const [asking, setAsking] = useState(false)
  const remove = useReviewAction({
    id,
    method: "DELETE",
    said: t("delete.done"),
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
        title={t("delete.title", { count: 1 })}
        description={t("delete.description")}
        confirm={t("delete.action")}
        onConfirm={() => remove.mutate()}
      />
    </>
  )
}
