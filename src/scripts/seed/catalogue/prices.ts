/** What a dollar's worth of goods costs there, import and all. */
const RATES: Record<string, number> = { usd: 1, kes: 118, bdt: 104, inr: 72 }

/** Prices end the way people there are used to. */
const charm: Record<string, (amount: number) => number> = {
  usd: (amount) => (amount < 100 ? Math.round(amount) - 0.01 : tens(amount, 1)),
  kes: (amount) => (amount < 10_000 ? step(amount, 50) : step(amount, 500)) - 1,
  bdt: (amount) => tens(amount, 10),
  inr: (amount) => (amount < 5_000 ? step(amount, 50) : step(amount, 500)) - 1,
}

const step = (amount: number, size: number) =>
  Math.max(size, Math.round(amount / size) * size)

/** 129 or 1,290: the last digit that counts is a nine. */
const tens = (amount: number, unit: number) => step(amount, unit * 10) - unit

export const currencies = Object.keys(RATES)

export function priceIn(currency: string, dollars: number) {
  return charm[currency](dollars * RATES[currency])
}

export const pricesOf = (dollars: number) =>
  currencies.map((currency_code) => ({
    currency_code,
    amount: priceIn(currency_code, dollars),
  }))
