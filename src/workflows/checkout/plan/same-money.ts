import { roundToMinor } from "../../../lib/money"

/**
 * Whether two amounts are the same money once nobody can pay a smaller part.
 * Core keeps taxes with more decimals than a currency has.
 */
export const isSameMoney = (
  one: number | string,
  other: number | string,
  currency: string
) => roundToMinor(one, currency) === roundToMinor(other, currency)
