import { XMark } from "@medusajs/icons"
import { Heading, IconButton } from "@medusajs/ui"
import { type ReactNode, useId } from "react"
import { useTranslation } from "react-i18next"

type OutcomeProps = { title: string; onClose: () => void; children: ReactNode }

/** What came of an action, until the person has read it. */
export function Outcome({ title, onClose, children }: OutcomeProps) {
  const { t } = useTranslation("mobile-payments")
  const heading = useId()
  return (
    <section
      role="status"
      aria-labelledby={heading}
      className="flex flex-col gap-y-3 px-6 py-4"
    >
      <div className="flex items-start justify-between gap-x-4">
        <Heading level="h2" id={heading} className="min-w-0 break-words">
          {title}
        </Heading>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("reconcile.close")}
          onClick={onClose}
        >
          <XMark />
        </IconButton>
      </div>
      {children}
    </section>
  )
}
