import { Button, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Review } from "../../../lib/reviews/types"
import { useReviewAction } from "../../../lib/reviews/use-review-action"
import { ConfirmAction } from "../../common/confirm-action"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"
import { ReviewText } from "../review-text"

const LONGEST = 2_000

type ReplyProps = { review: Review }

export function ReplyToReview({ review }: ReplyProps) {
  const { t } = useTranslation("reviews")
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState("")
  const action = t(review.reply ? "reply.change" : "reply.action")
  const reply = words.trim()
  const send = useReviewAction({
    id: review.id,
    path: "/reply",
    body: () => ({ reply }),
    said: t("reply.done"),
    onDone: () => setOpen(false),
  })
  return (
    <FormDrawer
      trigger={
        <Button size="small" variant="secondary">
          {action}
        </Button>
      }
      open={open}
      onOpenChange={(next) => {
        setWords(review.reply ?? "")
        setOpen(next)
      }}
      title={t("reply.title")}
      description={t("reply.description")}
      submit={t("reply.submit")}
      onSubmit={() => send.mutate()}
      pending={send.isPending}
      disabled={reply === "" || reply === review.reply}
    >
      <ReviewText review={review} />
      <Field label={t("reply.words")} hint={t("reply.wordsHint")}>
        {(wiring) => (
          <Textarea
            {...wiring}
            required
            rows={6}
            maxLength={LONGEST}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
    </FormDrawer>
  )
}

export function RemoveReply({ review: { id } }: ReplyProps) {
  const { t } = useTranslation("reviews")
  const [asking, setAsking] = useState(false)
  const remove = useReviewAction({
    id,
    path: "/reply",
    method: "DELETE",
    said: t("reply.removed"),
  })
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        isLoading={remove.isPending}
        onClick={() => setAsking(true)}
      >
        {t("reply.remove")}
      </Button>
      <ConfirmAction
        open={asking}
        onOpenChange={setAsking}
        title={t("reply.removeTitle")}
        description={t("reply.removeDescription")}
        confirm={t("reply.remove")}
        onConfirm={() => remove.mutate()}
      />
    </>
  )
}
