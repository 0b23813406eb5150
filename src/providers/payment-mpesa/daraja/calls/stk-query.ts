import { z } from "@medusajs/framework/zod"
import {
  type FailureMeaning,
  PAID,
  settledFailureOf,
  STILL_PROCESSING,
} from "../result-codes"
import type { Answer, Line } from "../transport/line"
import type { UnknownCause } from "../types"
import { loose, maybe } from "../wire"
import { passwordAt } from "./stk-push"

/** A query names neither amount nor receipt: those come with the callback. */
export type StkQueryResult =
  | { outcome: "paid"; code: string; description: string }
  | ({ outcome: "failed"; code: string; description: string } & FailureMeaning)
  | {
      outcome: "pending"
      /**
       * `not-known-yet` is normal in the first minute or two after a push; of
       * an older one it means that Safaricom never had it.
       */
      because: "processing" | "not-known-yet"
    }
  | { outcome: "throttled"; code: string; detail: string }
  /** Says nothing of the payment; ask again later, or ask a person. */
  | {
      outcome: "unknown"
      cause: UnknownCause | "refused" | "unknown-code"
      code?: string
      detail: string
    }

const replySchema = z.object({
  ResponseCode: maybe,
  CheckoutRequestID: maybe,
  ResultCode: loose,
  ResultDesc: maybe,
})

/** Asks what became of a prompt. */
export async function stkQuery(
  line: Line,
  checkoutRequestId: string
): Promise<StkQueryResult> {
  const { config, clock, timeouts } = line
  const answer = await line.post(
    "/mpesa/stkpushquery/v1/query",
    {
      BusinessShortCode: config.shortcode,
      ...passwordAt(config, clock.now()),
      CheckoutRequestID: checkoutRequestId,
    },
    timeouts.query
  )
  return answer.kind === "reply"
    ? read(answer.body, checkoutRequestId)
    : readRefusal(answer)
}

function read(body: unknown, asked: string): StkQueryResult {
  const reply = replySchema.safeParse(body).data
  if (
    !reply ||
    (reply.ResponseCode !== undefined && reply.ResponseCode !== "0") ||
    (reply.CheckoutRequestID !== undefined && reply.CheckoutRequestID !== asked)
  ) {
    const detail = "The answer is not about this prompt."
    return { outcome: "unknown", cause: "incomplete", detail }
  }
  const { ResultCode: code, ResultDesc: description = "" } = reply
  if (code === PAID) {
    return { outcome: "paid", code, description }
  }
  if (code === STILL_PROCESSING) {
    return { outcome: "pending", because: "processing" }
  }
  const failure = settledFailureOf(code)
  return failure
    ? { outcome: "failed", code, description, ...failure }
    : { outcome: "unknown", cause: "unknown-code", code, detail: description }
}

function readRefusal(
  answer: Exclude<Answer, { kind: "reply" }>
): StkQueryResult {
  if (answer.kind === "lost") {
    const { cause, detail } = answer.unknown
    return { outcome: "unknown", cause, detail }
  }
  if (answer.kind === "unsent") {
    const { reason, code, message } = answer.refused
    return reason === "throttled"
      ? { outcome: "throttled", code, detail: message }
      : { outcome: "unknown", cause: "refused", code, detail: message }
  }
  const { code, message, meaning } = answer
  if (meaning === "processing") {
    return { outcome: "pending", because: "processing" }
  }
  if (meaning === "request" && /checkoutrequestid/i.test(message)) {
    return { outcome: "pending", because: "not-known-yet" }
  }
  if (meaning === "throttled" || meaning === "busy") {
    return { outcome: "throttled", code, detail: message }
  }
  const cause = meaning === "server" ? "server-error" : "refused"
  return { outcome: "unknown", cause, code, detail: message }
}
