import { bangladesh } from "./bangladesh"
import { india } from "./india"
import { kenya } from "./kenya"
import type { Market } from "./types"
import { unitedStates } from "./united-states"

export { defineMarket } from "./define-market"
export * from "./address"
export * from "./payment-methods"
export type * from "./types"

const defined = {
  ke: kenya,
  bd: bangladesh,
  in: india,
  us: unitedStates,
}

export type MarketCode = keyof typeof defined

/** Every market of this shop. A new one is a file and a line here. */
export const markets: Readonly<
  Record<MarketCode, Readonly<Market<MarketCode>>>
> = Object.freeze(defined)

export const marketCodes = Object.keys(markets) as MarketCode[]

export const isMarketCode = (code: string): code is MarketCode =>
  Object.hasOwn(markets, code)

/** The market that sells to a country, whatever the case of its code. */
export const marketByCountry = (country: string) =>
  Object.values(markets).find(
    (market) => market.country === country.toLowerCase()
  )
