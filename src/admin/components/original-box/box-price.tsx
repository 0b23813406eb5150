import { Input, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/hooks/use-format"
import { amountOf, isWrong, shopperPays } from "../../lib/original-box/form"
import type { BoxMarket } from "../../lib/original-box/types"

type BoxPriceProps = {
  currency: string
  /** Where this currency is paid with. */
  markets: BoxMarket[]
  value: string
  disabled: boolean
  onChange: (typed: string) => void
}

/** The price in one currency, and what the shopper pays for it. */
export function BoxPrice({
  currency,
  markets,
  value,
  disabled,
  onChange,
}: BoxPriceProps) {
  const id = useId()
  const { t } = useTranslation("original-box")
  const format = useFormat()
  const amount = amountOf(value)
  const code = currency.toUpperCase()

  const preview = (market: BoxMarket) => {
    if (amount === null) {
      return t("noPrice", { market: market.name })
    }
    const price = format.money(shopperPays(amount, market), currency)
    const rate = format.number(market.tax_rate)
    const { name } = market
    if (!market.tax_rate) {
      return t("pays", { market: name, price })
    }
    return market.tax_inclusive
      ? t("paysWithTax", { market: name, price, rate })
      : t("paysPlusTax", { market: name, price, rate })
  }

  return (
    <li className="grid grid-cols-1 items-start gap-x-4 gap-y-2 px-6 py-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <div className="flex items-center gap-x-2">
        <Label
          htmlFor={id}
          size="small"
          weight="plus"
          className="w-10 shrink-0"
        >
          {code}
        </Label>
        <Input
          id={id}
          size="small"
          inputMode="decimal"
          autoComplete="off"
          maxLength={14}
          aria-label={t("priceIn", { currency: code })}
          aria-describedby={`${id}-preview`}
          aria-invalid={isWrong(value)}
          disabled={disabled}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <div
        id={`${id}-preview`}
        className="flex min-w-0 flex-col gap-y-1 sm:py-1"
      >
        {isWrong(value) ? (
          <Text size="small" className="text-ui-fg-error">
            {t("wrongPrice")}
          </Text>
        ) : (
          markets.map((market) => (
            <Text
              key={market.region_id}
              size="small"
              className="text-ui-fg-subtle break-words"
            >
              {preview(market)}
            </Text>
          ))
        )}
      </div>
    </li>
  )
}
