import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Review } from "../../lib/reviews/types"

type ReviewTextProps = { review: Pick<Review, "title" | "comment"> }

/** A page shows many; what is longer than this is opened on request. */
const SHORT = 400

/** What a stranger wrote: as text, in a direction of its own. */
export function ReviewText({ review: { title, comment } }: ReviewTextProps) {
  const { t } = useTranslation("reviews")
  const [whole, setWhole] = useState(false)
  const long = (comment?.length ?? 0) > SHORT
  return (
    <div className="flex min-w-0 flex-col items-start gap-y-1">
      {title && (
        <Text size="small" weight="plus" className="max-w-full break-words">
          <bdi>{title}</bdi>
        </Text>
      )}
      {comment && (
        <Text
          size="small"
          dir="auto"
          className="max-w-full whitespace-pre-line break-words"
        >
          {long && !whole ? `${comment.slice(0, SHORT)}…` : comment}
        </Text>
      )}
      {!title && !comment && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("noText")}
        </Text>
      )}
      {long && (
        <Button
          size="small"
          variant="transparent"
          className="-ml-2"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {t(whole ? "less" : "more")}
        </Button>
      )}
    </div>
  )
}
