import { z } from "@medusajs/framework/zod"
import {
  ALREADY_REVERSED,
  PAID,
  type RequestFailure,
  requestFailureOf,
} from "../result-codes"
import {
  maybe,
  readAmount,
  readBody,
  readReceipt,
  type Unreadable,
  unreadable,
} from "../wire"

type Request = {
  conversationId: string
  originatorConversationId: string
  code: string
  description: string
}

export type StatusResult =
  | (Request & {
      outcome: "completed"
      receipt: string
      amount: number
    })
  /** The payment exists, but is not, or no longer, money here. */
  | (Request & { outcome: "not-completed"; status: string })
  /** The question failed, which says nothing of the payment. */
  | (Request & { outcome: "unanswered"; reason: RequestFailure })
  | Unreadable

export type ReversalResult =
  | (Request & { outcome: "reversed"; receipt: string | null })
  | (Request & { outcome: "already-reversed" })
  /** With the reason `unknown`, a person has to look whether money moved. */
  | (Request & { outcome: "failed"; reason: RequestFailure })
  | Unreadable

/** The request waited too long at Safaricom. It may be done later all the same. */
export type RequestTimeout =
  (Omit<Request, "code"> & { outcome: "timed-out" }) | Unreadable

const schema = z.object({
  Result: z.object({
    ResultCode: maybe,
    ResultDesc: maybe,
    ConversationID: maybe,
    OriginatorConversationID: maybe,
    TransactionID: maybe,
    ResultParameters: z
      .object({ ResultParameter: z.unknown() })
      .optional()
      .catch(undefined),
  }),
})

const parameterSchema = z.object({ Key: z.string(), Value: maybe })

/** One parameter comes without its array. */
function parametersOf(list: unknown) {
  return new Map(
    (Array.isArray(list) ? list : [list])
      .map((entry) => parameterSchema.safeParse(entry).data)
      .filter((entry) => entry !== undefined)
      .map(({ Key, Value }) => [Key, Value])
  )
}

function read(body: unknown) {
  const result = schema.safeParse(readBody(body)).data?.Result
  if (!result?.ConversationID && !result?.OriginatorConversationID) {
    return undefined
  }
  return {
    request: {
      conversationId: result.ConversationID ?? "",
      originatorConversationId: result.OriginatorConversationID ?? "",
      code: result.ResultCode ?? "",
      description: result.ResultDesc ?? "",
    },
    transactionId: result.TransactionID,
    parameters: parametersOf(result.ResultParameters?.ResultParameter),
  }
}

export function parseStatusResult(body: unknown): StatusResult {
  const result = read(body)
  if (!result?.request.code) {
    return unreadable("the result of a status request")
  }
  const { request, parameters } = result
  if (request.code !== PAID) {
    const reason = requestFailureOf(request.code)
    return { outcome: "unanswered", ...request, reason }
  }
  const status = parameters.get("TransactionStatus") ?? ""
  const receipt = readReceipt(parameters.get("ReceiptNo"))
  const amount = readAmount(parameters.get("Amount"))
  if (status !== "Completed") {
    return { outcome: "not-completed", ...request, status }
  }
  return receipt && amount !== undefined
    ? { outcome: "completed", ...request, receipt, amount }
    : { outcome: "unanswered", ...request, reason: "unknown" }
}

export function parseReversalResult(body: unknown): ReversalResult {
  const result = read(body)
  if (!result?.request.code) {
    return unreadable("the result of a reversal")
  }
  const { request, transactionId } = result
  if (request.code === PAID) {
    const receipt = readReceipt(transactionId) ?? null
    return { outcome: "reversed", ...request, receipt }
  }
  return request.code === ALREADY_REVERSED
    ? { outcome: "already-reversed", ...request }
    : {
        outcome: "failed",
        ...request,
        reason: requestFailureOf(request.code),
      }
}

/** What arrives at the time-out address of any request. */
export function parseRequestTimeout(body: unknown): RequestTimeout {
  const result = read(body)
  if (!result) {
    return unreadable("about a request")
  }
  const { code: _, ...request } = result.request
  return { outcome: "timed-out", ...request }
}
