import type { BoxMarket, BoxView } from "./types"

/** What stands in the form: amounts as they are typed, by currency. */
export type BoxForm = {
  offered: boolean
  own_stock: boolean
  prices: Record<string, string>
}

export const formOf = (box: BoxView | null): BoxForm => ({
  offered: box?.offered ?? false,
  own_stock: box?.own_stock ?? false,
  prices: Object.fromEntries(
    (box?.prices ?? []).map(({ currency_code, amount }) => [
      currency_code,
      String(amount),
    ])
  ),
})

/** The currencies to ask for: the shop's, and those that have a price. */
export const currenciesOf = (
  box: BoxView | null,
  markets: readonly BoxMarket[]
): string[] =>
  [
    ...new Set([
      ...markets.map(({ currency_code }) => currency_code),
      ...(box?.prices ?? []).map(({ currency_code }) => currency_code),
    ]),
  ].sort()

/** An amount as typed, with a point or a comma; null for what is none. */
export function amountOf(typed: string | undefined): number | null {
  const text = (typed ?? "").trim().replace(",", ".")
  const amount = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0
  return amount > 0 ? amount : null
}

export const isWrong = (typed: string | undefined) =>
  Boolean(typed?.trim()) && amountOf(typed) === null

/** What the shopper pays for one box: the tax comes on top, or is in it. */
export const shopperPays = (
  amount: number,
  { tax_rate, tax_inclusive }: Pick<BoxMarket, "tax_rate" | "tax_inclusive">
): number => (tax_inclusive ? amount : amount * (1 + tax_rate / 100))

export const bodyOf = ({ offered, own_stock, prices }: BoxForm) => ({
  offered,
  own_stock,
  prices: Object.entries(prices).flatMap(([currency_code, typed]) => {
    const amount = amountOf(typed)
    return amount === null ? [] : [{ currency_code, amount }]
  }),
})
