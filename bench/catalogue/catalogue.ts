/**
 * What both servers sell. Everything follows from the number of the product,
 * so two projects that load it hold the same catalogue to the letter.
 */

export const CURRENCIES = ["kes", "inr", "usd"] as const

export type Currency = (typeof CURRENCIES)[number]

export const MARKETS: readonly {
  name: string
  country: string
  currency: Currency
  taxRate: number
}[] = [
  { name: "Kenya", country: "ke", currency: "kes", taxRate: 16 },
  { name: "India", country: "in", currency: "inr", taxRate: 18 },
  { name: "United States", country: "us", currency: "usd", taxRate: 0 },
]

/** So much that no measurement runs out of stock. */
export const STOCK_PER_VARIANT = 10_000_000

export const SHIPPING_OPTION = "Standard delivery"

const UNITS_PER_DOLLAR: Record<Currency, number> = { kes: 130, inr: 85, usd: 1 }

const MAKERS = ["Aso", "Baobab", "Coral", "Delta", "Ember", "Fundi", "Gale"]
const KINDS = ["Watch", "Band", "Charger", "Earbuds", "Scale", "Lamp"]
const TRAITS = ["Classic", "Sport", "Solar", "Slim", "Rugged"]
const SIZES = ["Small", "Medium", "Large"]

const pick = <T>(values: readonly T[], index: number) =>
  values[index % values.length] as T

/** Words a shopper would search for; every one of them finds products. */
export const SEARCH_WORDS: readonly string[] = [...MAKERS, ...KINDS, ...TRAITS]

export const handleOf = (index: number) => `bench-product-${index + 1}`

export type CatalogueProduct = {
  title: string
  handle: string
  description: string
  options: { title: string; values: string[] }[]
  variants: {
    title: string
    sku: string
    manage_inventory: true
    options: Record<string, string>
    prices: { currency_code: Currency; amount: number }[]
  }[]
}

export function productAt(index: number): CatalogueProduct {
  // Coprime lengths: neighbours differ, and every combination turns up.
  const maker = pick(MAKERS, index)
  const trait = pick(TRAITS, index)
  const kind = pick(KINDS, index)
  const dollars = 10 + ((index * 37) % 290)
  return {
    title: `${maker} ${trait} ${kind} ${index + 1}`,
    handle: handleOf(index),
    description: `The ${trait.toLowerCase()} ${kind.toLowerCase()} by ${maker}, made for long days and short nights.`,
    options: [{ title: "Size", values: SIZES }],
    variants: SIZES.map((size, step) => ({
      title: size,
      sku: `BENCH-${index + 1}-${size.charAt(0)}`,
      manage_inventory: true,
      options: { Size: size },
      prices: CURRENCIES.map((currency) => ({
        currency_code: currency,
        amount: (dollars + step * 5) * UNITS_PER_DOLLAR[currency],
      })),
    })),
  }
}
