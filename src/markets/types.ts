import type { PaymentMethodName } from "./payment-methods"

/** A part of a country as addresses name it: state, county, division. */
export type Province = {
  /** The ISO 3166-2 code without the country. */
  code: string
  name: string
  /** Other spellings people write. */
  aliases?: readonly string[]
}

export type AddressField = "address_1" | "city" | "province" | "postal_code"

export type AddressRules = {
  required: readonly AddressField[]
  province: {
    /** What it is called there: "Division", "County", "State". */
    label: string
    names: readonly Province[]
  }
  postal_code: { pattern: RegExp; example: string }
}

export type PhoneRules = {
  calling_code: string
  /** A mobile number as people there write it, digits only. */
  mobile: RegExp
  example: string
}

export type Courier = {
  code: string
  name: string
  /** Where a parcel is followed; `{number}` stands for its number. */
  tracking_url?: string
}

export type Tax = {
  name: string
  /** In per cent. */
  rate: number
  /** Whether the prices shown contain it, or it comes on top. */
  included: boolean
}

export type Numbering = {
  /** Made of `{market}`, `{year}` and `{number}`. */
  pattern: string
  /** Numbers with fewer digits are filled up with zeros. */
  digits: number
}

/** What a person must have; they may always have both. */
export type RequiredIdentifier = "phone" | "email" | "either"

export type Gender = "male" | "female" | "other"

/** Clock times of the market's zone; they may span midnight. */
export type QuietHours = { from: string; to: string }

/** What is risked on money that comes at the door; null sets no limit. */
export type CashLimits = {
  /** The dearest order, in the market's currency. */
  order: number | null
  /** Orders of one phone whose money has not come yet. */
  open_orders: number | null
}

export type Market<Code extends string = string> = {
  code: Code
  name: string
  /** ISO 3166-1 alpha-2 in lower case, as Medusa keeps it. */
  country: string
  /** ISO 4217 in lower case, as Medusa keeps it. */
  currency: string
  /** Languages of the shop; the first is the default. */
  locales: readonly string[]
  time_zone: string
  tax: Tax
  address: AddressRules
  phone: PhoneRules
  identifier: RequiredIdentifier
  /** In the order a shopper sees them. */
  payment_methods: readonly PaymentMethodName[]
  couriers: readonly Courier[]
  numbering: Numbering
  /** Minutes an unpaid order keeps its stock; null keeps it until cancelled. */
  reservation_minutes: { mobile: number; cash: number | null }
  cash_limits: CashLimits
  genders: readonly Gender[]
  /** When nobody gets advertising. */
  quiet_hours: QuietHours
}

/** What a market's file may leave out. */
export type MarketDefaults = Pick<
  Market,
  | "identifier"
  | "numbering"
  | "reservation_minutes"
  | "cash_limits"
  | "genders"
  | "quiet_hours"
>
