export type FailureReason =
  | "insufficient-funds"
  | "below-minimum"
  | "limit-exceeded"
  | "shop-limit"
  | "account-state"
  | "repeated"
  | "not-permitted"
  | "busy"
  | "expired"
  | "unreachable"
  | "cancelled"
  | "timeout"
  | "wrong-pin"
  | "misconfigured"
  | "temporary"
  | "locked"
  | "unknown-party"
  | "other"

export type FailureMeaning = {
  reason: FailureReason
  /** When asking the shopper again makes sense. */
  retry: "now" | "later" | "never"
  /** Staff must act; it is not the shopper's doing. */
  alert: boolean
  /**
   * Seen for payments that were made all the same, so it is asked about again
   * before the order is given up.
   */
  reconcile: boolean
}

type Entry = FailureMeaning & {
  /** False when a status query may say it of a payment still under way. */
  settlesQuery: boolean
}

const entry = (
  reason: FailureReason,
  retry: FailureMeaning["retry"],
  change: Partial<Entry> = {}
): Entry => ({
  reason,
  retry,
  alert: false,
  reconcile: false,
  settlesQuery: true,
  ...change,
})

/** Known from one source only: enough for a callback, not to stop asking. */
const legacy = entry("other", "never", { settlesQuery: false })

const CODES: Record<string, Entry> = {
  "1": entry("insufficient-funds", "later"),
  "2": entry("below-minimum", "never"),
  "3": entry("limit-exceeded", "never"),
  "4": entry("limit-exceeded", "later"),
  "5": legacy,
  "6": legacy,
  "7": legacy,
  "8": entry("shop-limit", "later", { alert: true }),
  "11": entry("account-state", "never"),
  "12": legacy,
  "13": legacy,
  "14": legacy,
  "15": legacy,
  "17": entry("repeated", "later"),
  "20": legacy,
  "21": entry("not-permitted", "never", { alert: true }),
  "26": entry("busy", "later"),
  "1001": entry("busy", "later"),
  "1019": entry("expired", "now"),
  "1025": entry("unreachable", "now"),
  "1032": entry("cancelled", "now"),
  "1037": entry("timeout", "now", { reconcile: true }),
  "2001": entry("wrong-pin", "now"),
  "2006": entry("account-state", "never"),
  "2028": entry("misconfigured", "never", { alert: true }),
  "2029": entry("temporary", "later", { settlesQuery: false }),
  "8006": entry("locked", "never"),
  "9999": entry("unreachable", "now"),
  SFC_IC0003: entry("unknown-party", "never"),
}

export const PAID = "0"
/** Undocumented, and of a query only: the shopper has not answered yet. */
export const STILL_PROCESSING = "4999"

/** What a code says of a prompt; undefined for one that nobody documents. */
export function failureOf(code: string): FailureMeaning | undefined {
  if (!Object.hasOwn(CODES, code)) {
    return undefined
  }
  const { settlesQuery: _, ...meaning } = CODES[code]
  return meaning
}

/** The same, but only for codes after which nothing follows any more. */
export const settledFailureOf = (code: string): FailureMeaning | undefined =>
  Object.hasOwn(CODES, code) && CODES[code].settlesQuery
    ? failureOf(code)
    : undefined

export type RequestFailure =
  | "shop-funds"
  | "account-state"
  | "not-permitted"
  | "initiator-refused"
  | "misconfigured"
  | "initiator-locked"
  | "unknown-transaction"
  /** A code nobody documents. */
  | "unknown"

/** The same numbers mean the shop's side when the shop asked, not a shopper. */
const OF_REQUESTS: Record<string, RequestFailure> = {
  "1": "shop-funds",
  "11": "account-state",
  "21": "not-permitted",
  "2001": "initiator-refused",
  "2006": "account-state",
  "2028": "misconfigured",
  "8006": "initiator-locked",
  R000002: "unknown-transaction",
}

/** A reversal that was done before counts as done. */
export const ALREADY_REVERSED = "R000001"

/** Why a reversal or a status request failed. */
export const requestFailureOf = (code: string): RequestFailure =>
  Object.hasOwn(OF_REQUESTS, code) ? OF_REQUESTS[code] : "unknown"
