import { isLoopback } from "../frame/callbacks"
import type { SimulatorRequest } from "../frame/http"
import type { DarajaConfig } from "./config"
import { DarajaError, invalid, overloaded } from "./errors"
import { readTime } from "./nairobi"

export type Fields = Record<string, unknown>

export function readFields(request: SimulatorRequest): Fields {
  const type = request.headers["content-type"] ?? ""
  const unreadable = new DarajaError(
    400,
    "400.002.05",
    "Bad Request - Invalid Request Payload"
  )
  if (!/^application\/json\b/i.test(type)) {
    throw unreadable
  }
  try {
    const body: unknown = JSON.parse(request.body)
    if (typeof body === "object" && body !== null && !Array.isArray(body)) {
      return body as Fields
    }
  } catch {
    throw unreadable
  }
  throw unreadable
}

/** Numbers may come as text; nothing else may. */
export function text(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === "string" || typeof value === "number"
    ? String(value)
    : ""
}

export function matching(fields: Fields, name: string, pattern: RegExp) {
  const value = text(fields, name)
  if (!pattern.test(value)) {
    throw invalid(name)
  }
  return value
}

const MAX_AMOUNT = 250_000

export function amount(fields: Fields, name = "Amount"): number {
  const value = Number(matching(fields, name, /^[1-9]\d{0,6}$/))
  if (value > MAX_AMOUNT) {
    throw invalid(name)
  }
  return value
}

export const msisdn = (fields: Fields, name: string) =>
  matching(fields, name, /^254[17]\d{8}$/)

/** Characters such as these make a call fail, as does too much text. */
export const remarks = (
  fields: Fields,
  name: string,
  { min = 0, max }: { min?: number; max: number }
) => matching(fields, name, new RegExp(`^[^@#&<>"'\\n]{${min},${max}}$`))

const FORBIDDEN = /m-?pesa|safaricom|exec?|cmd|sql|query/i

/**
 * Safaricom wants https; on this machine the shop has none, so that alone is
 * let pass. Words it does not want, it finds anywhere in the address.
 */
export function address(fields: Fields, name: string): string {
  const url = text(fields, name)
  const isAddress = !/\s/.test(url) && URL.canParse(url)
  const isSafe = isAddress && (url.startsWith("https://") || isLoopback(url))
  if (!isSafe || FORBIDDEN.test(url)) {
    throw invalid(name)
  }
  return url
}

/** A time made in UTC is three hours off; a slow network is not. */
const SKEW = 15 * 60_000

/** Who asks, proved by the passkey and the time. */
export function checkPassword(
  fields: Fields,
  config: DarajaConfig,
  now: number
) {
  const shortcode = matching(fields, "BusinessShortCode", /^\d{5,7}$/)
  const timestamp = matching(fields, "Timestamp", /^\d{14}$/)
  const at = readTime(timestamp)
  if (at === undefined || Math.abs(now - at) > SKEW) {
    throw invalid("Timestamp")
  }
  if (shortcode !== config.shortcode) {
    throw overloaded("Merchant does not exist")
  }
  const password = Buffer.from(`${shortcode}${config.passkey}${timestamp}`)
  if (text(fields, "Password") !== password.toString("base64")) {
    throw overloaded("Wrong credentials")
  }
}
