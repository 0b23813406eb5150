import {
  type CountryCode,
  isSupportedCountry,
  type NumberType,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max"
import { toAsciiDigits } from "./digits"

export type PhoneType = "mobile" | "fixed" | "mobile-or-fixed" | "other"

export type Phone = {
  ok: true
  e164: string
  /** As people in its country write it, spaces and all. */
  national: string
  /** The country of the number in small letters; some numbers have none. */
  country: string | undefined
  type: PhoneType
}

export type PhoneRefusal = {
  ok: false
  reason: "empty" | "not-a-number" | "invalid"
}

const TYPES: Partial<Record<NonNullable<NumberType>, PhoneType>> = {
  MOBILE: "mobile",
  FIXED_LINE: "fixed",
  FIXED_LINE_OR_MOBILE: "mobile-or-fixed",
}

/** Digits, and what people put between them. Letters are no phone number. */
const WRITTEN = /^\+?[\d\s().\-/‐-―]+$/

const LONGEST = 40

const countryCode = (country: string): CountryCode | undefined => {
  const code = country.toUpperCase()
  return isSupportedCountry(code) ? code : undefined
}

/**
 * Reads a phone number as a person types it, in the digits of their language.
 * `country` is where a number without a country code belongs.
 */
export function parsePhone(
  input: string,
  country: string
): Phone | PhoneRefusal {
  const text = toAsciiDigits(input.normalize("NFKC")).trim()
  if (text === "") {
    return { ok: false, reason: "empty" }
  }
  if (text.length > LONGEST || !WRITTEN.test(text)) {
    return { ok: false, reason: "not-a-number" }
  }
  const number = parsePhoneNumberFromString(
    text.replace(/^00/, "+"),
    countryCode(country)
  )
  if (!number?.isValid()) {
    return { ok: false, reason: "invalid" }
  }
  const type = number.getType()
  return {
    ok: true,
    e164: number.number,
    national: number.formatNational(),
    country: number.country?.toLowerCase(),
    type: (type && TYPES[type]) ?? "other",
  }
}

/** Whether messages and payment prompts can reach it. */
export const isMobile = ({ type }: Phone) =>
  type === "mobile" || type === "mobile-or-fixed"

/** As people anywhere read it: `+254 712 345678`. */
export const formatInternational = (e164: string) =>
  parsePhoneNumberFromString(e164)?.formatInternational() ?? e164

/**
 * As an answer may show it: `0171***678`, `071***678`. So much that its owner
 * knows it, too little to call it.
 */
export function maskPhone(e164: string): string {
  const parsed = parsePhoneNumberFromString(e164)
  const national = (parsed?.formatNational() ?? e164).replace(/\D/g, "")
  const shown = Math.min(7, Math.max(0, national.length - 4))
  const tail = Math.min(3, Math.floor(shown / 2))
  return `${national.slice(0, shown - tail)}***${
    tail ? national.slice(-tail) : ""
  }`
}
