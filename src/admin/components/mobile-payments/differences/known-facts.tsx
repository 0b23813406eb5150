import { useTranslation } from "react-i18next"
import { useFormat } from "../../../lib/hooks/use-format"
import type { Difference } from "../../../lib/mobile-payments/types"
import { Fact } from "../../common/fact"
import { Moment } from "../../common/moment"

type KnownFactsProps = { difference: Difference }

const isAmount = (key: string) => ["ledger", "books", "captured"].includes(key)

/** All that is known of a difference: a person decides by it. */
export function KnownFacts({ difference }: KnownFactsProps) {
  const { t } = useTranslation("mobile-payments")
  const { money } = useFormat()
  const { amount, reference, detail, created_at } = difference
  const currency = difference.currency_code ?? ""

  const said = (key: string, value: unknown) => {
    if (typeof value === "number") {
      return isAmount(key) && currency ? money(value, currency) : String(value)
    }
    const words = typeof value === "string" ? value : JSON.stringify(value)
    return key === "topic" || key === "cause"
      ? t(`${key}.${words}`, { defaultValue: words })
      : words
  }

  return (
    <>
      {amount !== null && (
        <Fact label={t("known.amount")}>{money(amount, currency)}</Fact>
      )}
      <Fact label={t("known.reference")}>
        <span className="break-all">{reference}</span>
      </Fact>
      {Object.entries(detail ?? {})
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([key, value]) => (
          <Fact key={key} label={t(`known.${key}`, { defaultValue: key })}>
            {said(key, value)}
          </Fact>
        ))}
      <Fact label={t("known.found")}>
        <Moment at={created_at} />
      </Fact>
    </>
  )
}
