import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Cash } from "../../lib/cash/types"
import { useDifferenceText } from "../../lib/cash/use-difference-text"
import { useActors } from "../../lib/hooks/use-actors"
import { useFormat } from "../../lib/hooks/use-format"
import { Fact } from "../common/fact"
import { Moment } from "../common/moment"

type CashFactsProps = { cash: Cash }

export function CashFacts({ cash }: CashFactsProps) {
  const { t } = useTranslation("cash")
  const { money } = useFormat()
  const differenceText = useDifferenceText(cash.currency_code)
  const { amount_collected, difference, driver_note } = cash
  const moves = [
    { name: "collectedBy", by: cash.collected_by, at: cash.collected_at },
    { name: "settledBy", by: cash.settled_by, at: cash.settled_at },
  ]
  const nameOf = useActors(moves.flatMap(({ by }) => by ?? []))
  return (
    <dl className="flex flex-col gap-y-3 px-6 py-4">
      <Fact label={t("facts.due")}>
        <Text as="span" size="small" leading="compact" weight="plus">
          {money(cash.amount_due, cash.currency_code)}
        </Text>
      </Fact>
      {amount_collected !== null && (
        <Fact label={t("facts.collected")}>
          {money(amount_collected, cash.currency_code)}
        </Fact>
      )}
      {difference !== null && (
        <Fact label={t("facts.difference")}>
          <span
            className={difference === 0 ? undefined : "text-ui-tag-red-text"}
          >
            {differenceText(difference)}
          </span>
        </Fact>
      )}
      {driver_note && (
        <Fact label={t("facts.note")}>
          <span className="whitespace-pre-line break-words">{driver_note}</span>
        </Fact>
      )}
      {moves.map(
        ({ name, by, at }) =>
          by &&
          at && (
            <Fact key={name} label={t(`facts.${name}`)}>
              {nameOf(by)} · <Moment at={at} />
            </Fact>
          )
      )}
    </dl>
  )
}
