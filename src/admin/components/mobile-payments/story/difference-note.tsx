import { InlineTip, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { openDifferences } from "../../../lib/mobile-payments/state"
import type { Story } from "../../../lib/mobile-payments/types"

type DifferenceNoteProps = { story: Story }

/** What a person still has to look at, said before anything else is done. */
export function DifferenceNote({ story }: DifferenceNoteProps) {
  const { t } = useTranslation("mobile-payments")
  const open = openDifferences(story)
  if (open.length === 0) {
    return null
  }
  return (
    <div className="px-6 py-4">
      <InlineTip
        variant="warning"
        label={t("widget.differences", { count: open.length })}
      >
        {open.map(({ id, kind }) => (
          <Text key={id} size="small">
            {t(`kind.${kind}`)}
          </Text>
        ))}
        <Link
          to="/mobile-payments?tab=differences"
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus rounded outline-none"
        >
          {t("widget.openDifferences")}
        </Link>
      </InlineTip>
    </div>
  )
}
