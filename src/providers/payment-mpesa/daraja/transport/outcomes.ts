import type { Refused, RefusalReason, Unknown } from "../types"
import type { FaultMeaning } from "./faults"
import type { Answer } from "./line"

export const refused = (
  reason: RefusalReason,
  code: string,
  message: string
): Refused => ({ outcome: "refused", reason, code, message })

/** A reply whose code says no. */
export const refusedBy = (code: string, message = ""): Refused =>
  refused("request", code, message)

/** A reply that says neither yes nor no. */
export const incomplete = (detail: string): Unknown => ({
  outcome: "unknown",
  cause: "incomplete",
  detail,
})

/** Faults after which Safaricom has done nothing, for certain. */
const CERTAIN: Partial<Record<FaultMeaning, RefusalReason>> = {
  token: "configuration",
  configuration: "configuration",
  request: "request",
  throttled: "throttled",
  "subscriber-busy": "subscriber-busy",
}

const FIELDS: [RegExp, RefusalReason][] = [
  [/invalid amount/i, "amount"],
  [/invalid (phonenumber|partya)/i, "phone"],
  [/invalid accountreference/i, "reference"],
  [/invalid (callbackurl|resulturl|queuetimeouturl)/i, "callback-url"],
]

/** An answer that is no reply, for a call that may have changed something. */
export function settle(
  answer: Exclude<Answer, { kind: "reply" }>
): Refused | Unknown {
  if (answer.kind === "unsent") {
    return answer.refused
  }
  if (answer.kind === "lost") {
    return answer.unknown
  }
  const { status, code, message, meaning } = answer
  const reason = CERTAIN[meaning]
  if (!reason) {
    const detail = `${code}: ${message}`
    return { outcome: "unknown", cause: "server-error", detail, status }
  }
  const field = FIELDS.find(([pattern]) => pattern.test(message))?.[1]
  return refused((reason === "request" && field) || reason, code, message)
}
