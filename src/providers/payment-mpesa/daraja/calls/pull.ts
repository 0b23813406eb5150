import { z } from "@medusajs/framework/zod"
import { addressRefusal, nairobiDateTime, readMsisdn, refuse } from "../fields"
import type { Answer, Line } from "../transport/line"
import { incomplete, refusedBy, settle } from "../transport/outcomes"
import { DarajaMisuse, type Refused, type Unknown } from "../types"
import { loose, maybe, readAmount, readReceipt } from "../wire"

export type PulledTransaction = {
  receipt: string
  amount: number
  /** As Safaricom writes it; its time zone is not documented. */
  date: string
  /** May be masked, or empty. */
  phone: string
  reference: string
  type: string
}

export type PullInput = {
  /** At most 48 hours ago. */
  from: Date
  to: Date
  offset?: number
}

export type PullResult =
  | {
      outcome: "pulled"
      transactions: PulledTransaction[]
      /** Rows that name no receipt or no amount. */
      unreadable: number
    }
  | Refused
  | Unknown

export type RegisterPullResult = { outcome: "registered" } | Refused | Unknown

const replySchema = z.object({
  ResponseCode: loose,
  ResponseMessage: maybe,
  ResponseDescription: maybe,
  Response: z.array(z.unknown()).catch([]),
})

const rowSchema = z.object({
  transactionId: loose,
  amount: loose,
  trxDate: maybe,
  msisdn: maybe,
  billreference: maybe,
  transactiontype: maybe,
})

const DONE = "1000"
/** For a registration: there was one. For a query: there is nothing. */
const NOTHING_NEW = "1001"

function readRow(row: unknown): PulledTransaction | undefined {
  const fields = rowSchema.safeParse(row).data
  const receipt = readReceipt(fields?.transactionId)
  const amount = readAmount(fields?.amount)
  return fields && receipt && amount !== undefined
    ? {
        receipt,
        amount,
        date: fields.trxDate ?? "",
        phone: fields.msisdn ?? "",
        reference: fields.billreference ?? "",
        type: fields.transactiontype ?? "",
      }
    : undefined
}

/** The reply of a pull call whose code says that it went well. */
function settled(answer: Answer) {
  if (answer.kind !== "reply") {
    return settle(answer)
  }
  const reply = replySchema.safeParse(answer.body).data
  if (!reply) {
    return incomplete("The answer has no response code.")
  }
  if (reply.ResponseCode !== DONE && reply.ResponseCode !== NOTHING_NEW) {
    return refusedBy(
      reply.ResponseCode,
      reply.ResponseMessage ?? reply.ResponseDescription
    )
  }
  return { outcome: "done", rows: reply.Response.flat() } as const
}

/** The payments to the short code, for comparing a day with the ledger. */
export async function pullTransactions(
  line: Line,
  { from, to, offset = 0 }: PullInput
): Promise<PullResult> {
  if (!(from < to) || !Number.isSafeInteger(offset) || offset < 0) {
    throw new DarajaMisuse(
      "A pull needs a start before its end, and an offset from 0."
    )
  }
  const result = settled(
    await line.post(
      "/pulltransactions/v1/query",
      {
        ShortCode: line.config.shortcode,
        StartDate: nairobiDateTime(from),
        EndDate: nairobiDateTime(to),
        OffSetValue: String(offset),
      },
      line.timeouts.other
    )
  )
  if (result.outcome !== "done") {
    return result
  }
  const transactions = result.rows
    .map(readRow)
    .filter((row) => row !== undefined)
  const unreadable = result.rows.length - transactions.length
  return { outcome: "pulled", transactions, unreadable }
}

/** Switches pulling on for the short code; once is enough. */
export async function registerPull(
  line: Line,
  input: { phone: string; callbackUrl: string }
): Promise<RegisterPullResult> {
  const msisdn = readMsisdn(input.phone)
  if (!msisdn) {
    return refuse("phone", "The nominated number is not a Kenyan mobile.")
  }
  const refusal = addressRefusal(input.callbackUrl)
  if (refusal) {
    return refusal
  }
  const result = settled(
    await line.post(
      "/pulltransactions/v1/register",
      {
        ShortCode: line.config.shortcode,
        RequestType: "Pull",
        NominatedNumber: msisdn,
        CallBackURL: input.callbackUrl,
      },
      line.timeouts.other
    )
  )
  return result.outcome === "done" ? { outcome: "registered" } : result
}
