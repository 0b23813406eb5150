import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Review } from "../../../lib/reviews/types"
import { useReviewAction } from "../../../lib/reviews/use-review-action"
import { FormDrawer } from "../../common/form-drawer"
import { ReviewText } from "../review-text"
import { ReasonField } from "./reason-field"

type RejectReviewProps = { review: Review }

export function RejectReview({ review }: RejectReviewProps) {
  const { t } = useTranslation("reviews")
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState("")
  const { id, version } = review
  const reason = words.trim()
  const reject = useReviewAction({
    id,
    path: "/reject",
    body: () => ({ version, ...(reason ? { reason } : {}) }),
    said: t("reject.done"),
    onDone: () => setOpen(false),
  })
  return (
    <FormDrawer
      trigger={
        <Button size="small" variant="secondary">
          {t("reject.action")}
        </Button>
      }
      open={open}
      onOpenChange={(next) => {
        setWords("")
        setOpen(next)
      }}
      title={t("reject.title")}
      description={t("reject.description")}
      submit={t("reject.action")}
      onSubmit={() => reject.mutate()}
      pending={reject.isPending}
      danger
    >
      <ReviewText review={review} />
      <ReasonField value={words} onChange={setWords} />
    </FormDrawer>
  )
}
