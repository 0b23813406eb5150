import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNow } from "../../../lib/hooks/use-now"
import { attemptColors } from "../../../lib/mobile-payments/state"
import type { Attempt } from "../../../lib/mobile-payments/types"
import { Moment } from "../../common/moment"
import { StateBadge } from "../../common/state-badge"

type AttemptItemProps = {
  attempt: Attempt
  nameOf: (actor: string) => string
}

const MINUTE = 60_000

export function AttemptItem({ attempt, nameOf }: AttemptItemProps) {
  const { t } = useTranslation("mobile-payments")
  const now = useNow(MINUTE)
  const { number, phone, state, reason, receipt, started_by } = attempt
  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {t("widget.attempt", { number })} · {phone}
        </Text>
        <StateBadge color={attemptColors[state]}>
          {t(`attemptState.${state}`)}
        </StateBadge>
      </div>
      {reason && (
        <Text size="small" className="text-ui-fg-subtle break-words">
          {t(`reason.${reason}`, { defaultValue: reason })}
        </Text>
      )}
      {receipt && (
        <Text size="small" className="text-ui-fg-subtle break-all">
          {t("columns.receipt")}: {receipt}
        </Text>
      )}
      <Text size="xsmall" className="text-ui-fg-subtle break-words">
        {t("widget.startedBy", { actor: nameOf(started_by) })} ·{" "}
        <Moment at={attempt.created_at} relativeTo={now} />
      </Text>
    </div>
  )
}
