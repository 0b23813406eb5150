import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../lib/hooks/use-format"
import { useCan } from "../../../lib/hooks/use-can"
import { UPDATE } from "../../../lib/mobile-payments/queries"
import { isUnanswered, returnColors } from "../../../lib/mobile-payments/state"
import type { MoneyReturn } from "../../../lib/mobile-payments/types"
import { Moment } from "../../common/moment"
import { StateBadge } from "../../common/state-badge"
import { EndReturn } from "../actions/end-return"

type ReturnItemProps = {
  returned: MoneyReturn
  nameOf: (actor: string) => string
}

export function ReturnItem({ returned, nameOf }: ReturnItemProps) {
  const { t } = useTranslation("mobile-payments")
  const { money } = useFormat()
  const can = useCan(UPDATE)
  const { amount, currency_code, state, way, cause, receipt } = returned
  const details = [
    `${t(`cause.${cause}`)} · ${t(`way.${way}`)}`,
    receipt && `${t("columns.receipt")}: ${receipt}`,
    returned.note,
    state === "failed" && returned.error,
  ].filter((line) => typeof line === "string")
  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {money(amount, currency_code)}
        </Text>
        <StateBadge color={returnColors[state]}>
          {t(`returnState.${state}`)}
        </StateBadge>
      </div>
      {details.map((line, at) => (
        <Text key={at} size="small" className="text-ui-fg-subtle break-words">
          {line}
        </Text>
      ))}
      <Text size="xsmall" className="text-ui-fg-subtle break-words">
        {t("widget.requestedBy", { actor: nameOf(returned.requested_by) })} ·{" "}
        <Moment at={returned.done_at ?? returned.created_at} />
      </Text>
      {can && isUnanswered(returned) && (
        <div className="pt-1">
          <EndReturn returned={returned} />
        </div>
      )}
    </div>
  )
}
