import { deepFreeze } from "../lib/deep-freeze"
import type { Market, MarketDefaults } from "./types"
import { marketProblems } from "./validate"

const defaults: MarketDefaults = {
  identifier: "either",
  numbering: { pattern: "{market}-{year}-{number}", digits: 4 },
  reservation_minutes: { mobile: 15, cash: null },
  cash_limits: { order: null, open_orders: 3 },
  genders: ["male", "female", "other"],
  quiet_hours: { from: "21:00", to: "08:00" },
}

type Definition<Code extends string> = Omit<
  Market<Code>,
  keyof MarketDefaults
> &
  Partial<MarketDefaults>

/**
 * Completes and checks a market. A wrong one stops the start, because every
 * order of its country would be wrong.
 */
export function defineMarket<const Code extends string>(
  definition: Definition<Code>
): Readonly<Market<Code>> {
  const market: Market<Code> = { ...defaults, ...definition }
  const problems = marketProblems(market)
  if (problems.length > 0) {
    throw new Error(
      `The market "${market.code}" is wrong: ${problems.join("; ")}. docs/markets.md says what each field means.`
    )
  }
  return deepFreeze(market)
}
