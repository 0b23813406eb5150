import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Review } from "../../lib/reviews/types"
import { Moment } from "../common/moment"

type ReviewAnswerProps = { review: Review }

/** What the shop says: to everybody, or to the author alone. */
export function ReviewAnswer({ review }: ReviewAnswerProps) {
  const { t } = useTranslation("reviews")
  const { reply, replied_at, status, rejection_reason } = review
  return (
    <>
      {reply && (
        <div className="border-ui-border-strong flex flex-col gap-y-1 border-l-2 pl-3">
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("reply.given")}
            {replied_at && (
              <>
                {" · "}
                <Moment at={replied_at} />
              </>
            )}
          </Text>
          <Text
            size="small"
            dir="auto"
            className="whitespace-pre-line break-words"
          >
            {reply}
          </Text>
        </div>
      )}
      {status === "rejected" && rejection_reason && (
        <Text size="small" className="text-ui-fg-subtle break-words">
          {t("reject.because", { reason: rejection_reason })}
        </Text>
      )}
    </>
  )
}
