import { Button, Heading, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useEntryText } from "../../../lib/mobile-payments/use-entry-text"
import type { Story } from "../../../lib/mobile-payments/types"
import { Moment } from "../../common/moment"

type HistoryProps = { story: Story; nameOf: (actor: string) => string }

/** All that happened, the newest first; folded until somebody asks. */
export function History({ story, nameOf }: HistoryProps) {
  const { t } = useTranslation("mobile-payments")
  const textOf = useEntryText(story)
  const [open, setOpen] = useState(false)
  const list = useId()
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Heading level="h3">{t("widget.history")}</Heading>
        <Button
          size="small"
          variant="transparent"
          aria-expanded={open}
          aria-controls={open ? list : undefined}
          onClick={() => setOpen(!open)}
        >
          {open
            ? t("widget.hideHistory")
            : t("widget.showHistory", { count: story.entries.length })}
        </Button>
      </div>
      {open && (
        <ol id={list} className="flex flex-col gap-y-3">
          {[...story.entries].reverse().map((entry) => (
            <li key={entry.id} className="border-l-2 pl-3">
              <Text size="small" leading="compact" className="break-words">
                {textOf(entry)}
              </Text>
              <Text size="xsmall" className="text-ui-fg-subtle">
                {nameOf(entry.actor)} · <Moment at={entry.created_at} />
              </Text>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
