import {
  getCountryCallingCode,
  isSupportedCountry,
} from "libphonenumber-js/max"
import { isCurrency, toMinor } from "../lib/money"
import { isMobile, parsePhone } from "../lib/phone"
import { isTimeZone } from "../lib/time-zone"
import { isPaymentMethod } from "./payment-methods"
import type { Market } from "./types"

type Check = (market: Market) => boolean

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

const isLocale = (tag: string) => {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

const unique = (values: readonly string[]) =>
  new Set(values).size === values.length

const isCount = (value: number | null) =>
  value === null || (Number.isInteger(value) && value > 0)

const isExact = (amount: number, currency: string) => {
  try {
    return toMinor(amount, currency) > 0n
  } catch {
    return false
  }
}

/** What a market must be, in the words of the error. */
const requirements: readonly (readonly [string, Check])[] = [
  [
    "code must be two or more small letters",
    ({ code }) => /^[a-z]{2,}$/.test(code),
  ],
  ["name must not be empty", ({ name }) => name.trim() !== ""],
  [
    "country must be an ISO 3166 code in small letters",
    ({ country }) =>
      country === country.toLowerCase() &&
      isSupportedCountry(country.toUpperCase()),
  ],
  [
    "currency must be an ISO 4217 code in small letters",
    ({ currency }) =>
      currency === currency.toLowerCase() && isCurrency(currency),
  ],
  [
    "locales must name at least one language, each once",
    ({ locales }) =>
      locales.length > 0 && locales.every(isLocale) && unique(locales),
  ],
  ["time_zone must be an IANA zone", ({ time_zone }) => isTimeZone(time_zone)],
  [
    "tax needs a name and a rate from 0 to 100",
    ({ tax }) => tax.name.trim() !== "" && tax.rate >= 0 && tax.rate <= 100,
  ],
  [
    "phone.calling_code must be the one of the country",
    ({ country, phone }) => {
      const code = country.toUpperCase()
      return (
        isSupportedCountry(code) &&
        getCountryCallingCode(code) === phone.calling_code
      )
    },
  ],
  [
    "phone.example must be a mobile number of the country that fits phone.mobile",
    ({ country, phone }) => {
      const parsed = parsePhone(phone.example, country)
      return (
        parsed.ok &&
        isMobile(parsed) &&
        parsed.country === country &&
        phone.mobile.test(phone.example)
      )
    },
  ],
  [
    "address.province.names must have unique codes and names",
    ({ address }) =>
      unique(address.province.names.map(({ code }) => code)) &&
      unique(address.province.names.map(({ name }) => name)),
  ],
  [
    "address.postal_code.example must fit its pattern",
    ({ address: { postal_code } }) =>
      postal_code.pattern.test(postal_code.example),
  ],
  [
    "payment_methods must name known methods, each once",
    ({ payment_methods }) =>
      payment_methods.length > 0 &&
      payment_methods.every(isPaymentMethod) &&
      unique(payment_methods),
  ],
  [
    "couriers must have unique codes and `{number}` in each tracking_url",
    ({ couriers }) =>
      unique(couriers.map(({ code }) => code)) &&
      couriers.every(
        ({ tracking_url }) =>
          tracking_url === undefined ||
          (tracking_url.startsWith("https://") &&
            tracking_url.includes("{number}"))
      ),
  ],
  [
    "numbering.pattern must contain `{number}`",
    ({ numbering }) => numbering.pattern.includes("{number}"),
  ],
  [
    "numbering.digits must be from 1 to 12",
    ({ numbering: { digits } }) =>
      Number.isInteger(digits) && digits >= 1 && digits <= 12,
  ],
  [
    "reservation_minutes must be whole minutes",
    ({ reservation_minutes }) =>
      Object.values(reservation_minutes).every(isCount),
  ],
  [
    "cash_limits must be an amount of the currency and a whole number, above 0",
    ({ cash_limits, currency }) =>
      isCount(cash_limits.open_orders) &&
      (cash_limits.order === null ||
        (cash_limits.order > 0 && isExact(cash_limits.order, currency))),
  ],
  [
    "quiet_hours must be clock times such as `21:00`",
    ({ quiet_hours }) =>
      CLOCK.test(quiet_hours.from) && CLOCK.test(quiet_hours.to),
  ],
]

export const marketProblems = (market: Market): string[] =>
  requirements
    .filter(([, holds]) => !holds(market))
    .map(([requirement]) => requirement)
