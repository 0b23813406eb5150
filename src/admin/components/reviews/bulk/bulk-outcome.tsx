import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Outcome } from "./bulk-bar"

type BulkOutcomeProps = { outcome: Outcome; close: () => void }

/** What became of each; those that were refused with the reason. */
export function BulkOutcome({ outcome, close }: BulkOutcomeProps) {
  const { t } = useTranslation("reviews")
  const { result, reviews } = outcome
  const { done, unchanged, failed } = result
  const nameOf = (id: string) => {
    const review = reviews.find((one) => one.id === id)
    return review?.title ?? review?.author_name ?? id
  }
  const reasonOf = (code: string | undefined) =>
    t(`bulk.reason.${code}`, { defaultValue: t("bulk.reason.internal_error") })
  return (
    <div
      role="status"
      className="bg-ui-bg-subtle flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-6 py-3"
    >
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" weight="plus">
          {[
            t("bulk.done", { count: done }),
            unchanged > 0 && t("bulk.unchanged", { count: unchanged }),
            failed > 0 && t("bulk.failed", { count: failed }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
        <ul>
          {result.results
            .filter(({ outcome }) => ["refused", "failed"].includes(outcome))
            .map(({ id, code }) => (
              <li key={id}>
                <Text size="small" className="text-ui-fg-subtle break-words">
                  <bdi>{nameOf(id)}</bdi>: {reasonOf(code)}
                </Text>
              </li>
            ))}
        </ul>
      </div>
      <Button size="small" variant="transparent" onClick={close}>
        {t("bulk.close")}
      </Button>
    </div>
  )
}
