import { InlineTip, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../../lib/hooks/use-format"
import type { Reconciled } from "../../../lib/mobile-payments/types"
import { Fact } from "../../common/fact"

type ReconcileResultProps = { found: Reconciled }

/** How much was looked at, and what came of it. */
export function ReconcileResult({ found }: ReconcileResultProps) {
  const { t } = useTranslation("mobile-payments")
  const { number } = useFormat()
  const { looked_at, differences, left, unread_books } = found
  const facts = [
    ["payments", looked_at.payments],
    ["orders", looked_at.orders],
    ["returns", looked_at.returns],
    ["messages", looked_at.messages],
    ["found", differences.new],
  ] as const
  return (
    <>
      <dl className="flex max-w-2xl flex-col gap-y-2">
        {facts.map(([name, count]) => (
          <Fact key={name} label={t(`reconcile.${name}`)}>
            {number(count)}
          </Fact>
        ))}
        <Fact label={t("reconcile.open")}>
          {differences.open === 0 ? (
            number(0)
          ) : (
            <Link
              to="/mobile-payments?tab=differences"
              className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus rounded outline-none"
            >
              {number(differences.open)}
            </Link>
          )}
        </Fact>
      </dl>
      {(left > 0 || unread_books > 0) && (
        <InlineTip variant="warning" label={t("reconcile.partly")}>
          {unread_books > 0 && (
            <Text size="small">
              {t("reconcile.unread", { count: unread_books })}
            </Text>
          )}
          {left > 0 && (
            <Text size="small">{t("reconcile.left", { count: left })}</Text>
          )}
        </InlineTip>
      )}
    </>
  )
}
