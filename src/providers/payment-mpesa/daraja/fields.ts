import { compactTime, instantOf, isoDay } from "../../../lib/time-zone"
import { refused } from "./transport/outcomes"
import type { Refused, RefusalReason } from "./types"

/** Safaricom's clocks, wherever this server stands. */
const ZONE = "Africa/Nairobi"

export const MIN_AMOUNT = 1
export const MAX_AMOUNT = 250_000

/** `20260329143000`, as Safaricom writes instants. */
export const nairobiTime = (instant: number) =>
  compactTime(new Date(instant), ZONE)

/** `2026-03-29 14:30:00`, as the pull API alone wants it. */
export function nairobiDateTime(instant: Date) {
  const clock = nairobiTime(instant.getTime()).slice(8)
  return `${isoDay(instant, ZONE)} ${clock.replace(/(..)(..)(..)/, "$1:$2:$3")}`
}

/** The instant of a compact time; null when the text is none. */
export function readNairobiTime(text: string | undefined): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text ?? "")
  if (!parts) {
    return null
  }
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number)
  const instant = instantOf({ year, month, day, hour, minute, second }, ZONE)
  // The 31st of February would quietly become a day in March.
  return nairobiTime(instant.getTime()) === text ? instant : null
}

/** Safaricom's canonical number of a phone; undefined when it is not Kenyan. */
export function readMsisdn(phone: string): string | undefined {
  const digits = phone.replace(/^\+/, "")
  return /^254[17]\d{8}$/.test(digits) ? digits : undefined
}

export const isChargeable = (amount: number) =>
  Number.isInteger(amount) && amount >= MIN_AMOUNT && amount <= MAX_AMOUNT

export const isAccountReference = (text: string) =>
  /^[A-Za-z0-9]{1,12}$/.test(text)

/**
 * What is left of a text as an account reference. A prompt shows it and a
 * C2B confirmation brings it back, so a caller that matches by it keeps it.
 */
export const toAccountReference = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(0, 12)

/** Other characters make the call fail, so they are left out. */
export const plainText = (text: string, length: number) =>
  text
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9 -]+/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, length)
    .trim()

/** Words for which Safaricom turns an address away, wherever they stand in it. */
const FORBIDDEN = /m-?pesa|safaricom|exec?|cmd|sql|query/i

/** The word in an address that Safaricom does not take, if there is one. */
export const forbiddenWordIn = (url: string) => FORBIDDEN.exec(url)?.[0]

/** Whether an address is one at all; whitespace round it breaks the call. */
export const isWebAddress = (url: string) =>
  /^https?:\/\/\S+$/.test(url) && URL.canParse(url)

/** Refused here, so that nothing was sent. */
export const refuse = (reason: RefusalReason, message: string): Refused =>
  refused(reason, "not-sent", message)

export const amountRefusal = (amount: number) =>
  refuse(
    "amount",
    `M-Pesa takes whole shillings from ${MIN_AMOUNT} to ${MAX_AMOUNT}, not ${amount}.`
  )

/** The first of these addresses that cannot be one, refused. */
export function addressRefusal(...urls: string[]): Refused | undefined {
  return urls.every(isWebAddress)
    ? undefined
    : refuse("callback-url", "A callback address is not a web address.")
}
