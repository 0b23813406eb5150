import { useTranslation } from "react-i18next"
import { READ, useCash } from "../../lib/cash/queries"
import { cashColors, dueOf } from "../../lib/cash/state"
import type { CashOrder } from "../../lib/cash/types"
import { isForbidden } from "../../lib/errors"
import { ErrorState } from "../common/error-state"
import { Section } from "../common/section"
import { SkeletonRows } from "../common/skeleton-rows"
import { StateBadge } from "../common/state-badge"
import { CashBody } from "./cash-body"

type CashPanelProps = { order: CashOrder }

/** What the shopper pays at the door, until it is in the till. */
export function CashPanel({ order }: CashPanelProps) {
  const { t } = useTranslation("cash")
  const { data, error, isFetching, refetch } = useCash(order.id)
  const cancelled = order.status === "canceled"

  if (data) {
    const cash = data.cash_collection ?? dueOf(order)
    const open = !(cancelled && cash.state === "due")
    return (
      <Section
        title={t("title")}
        aside={
          open && (
            <StateBadge color={cashColors[cash.state]}>
              {t(`state.${cash.state}`)}
            </StateBadge>
          )
        }
      >
        <CashBody cash={cash} cancelled={cancelled} />
      </Section>
    )
  }
  if (isForbidden(error)) {
    return null
  }
  return (
    <Section title={t("title")}>
      {error ? (
        <ErrorState
          error={error}
          permission={READ}
          retry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={3} />
      )}
    </Section>
  )
}
