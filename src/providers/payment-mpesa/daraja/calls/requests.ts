import { z } from "@medusajs/framework/zod"
import { securityCredential } from "../credential"
import {
  addressRefusal,
  amountRefusal,
  isChargeable,
  plainText,
  refuse,
} from "../fields"
import type { Json } from "../transport/exchange"
import type { Line } from "../transport/line"
import { incomplete, refusedBy, settle } from "../transport/outcomes"
import type { Refused, Unknown } from "../types"
import { loose, maybe } from "../wire"

/** Where the result of a request arrives, and where its absence does. */
type Addresses = { resultUrl: string; timeoutUrl: string }

export type TransactionStatusInput = Addresses & {
  remarks: string
} & ({ receipt: string } | { originatorConversationId: string })

export type ReversalInput = Addresses & {
  receipt: string
  /** The whole amount of the payment: parts are not promised by anybody. */
  amount: number
  remarks: string
}

/** Safaricom will do it and tell; nothing is done yet. */
export type RequestQueued = {
  outcome: "queued"
  conversationId: string
  originatorConversationId: string
}

export type RequestResult = RequestQueued | Refused | Unknown

const replySchema = z.object({
  ResponseCode: loose,
  ResponseDescription: maybe,
  ConversationID: maybe,
  OriginatorConversationID: maybe,
})

const remarksOf = (text: string) => {
  const remarks = plainText(text, 100)
  return remarks.length < 2 ? "Shop" : remarks
}

async function request(
  line: Line,
  path: string,
  { resultUrl, timeoutUrl }: Addresses,
  fields: Json
): Promise<RequestResult> {
  const { initiator } = line.config
  if (!initiator) {
    return refuse(
      "configuration",
      "Reversals and status requests need an initiator, which is not set."
    )
  }
  const refusal = addressRefusal(resultUrl, timeoutUrl)
  if (refusal) {
    return refusal
  }
  const answer = await line.post(
    path,
    {
      Initiator: initiator.name,
      SecurityCredential: securityCredential(
        initiator.password,
        initiator.certificate
      ),
      ResultURL: resultUrl,
      QueueTimeOutURL: timeoutUrl,
      ...fields,
    },
    line.timeouts.other
  )
  if (answer.kind !== "reply") {
    return settle(answer)
  }
  const reply = replySchema.safeParse(answer.body).data
  if (reply && reply.ResponseCode !== "0") {
    return refusedBy(reply.ResponseCode, reply.ResponseDescription)
  }
  if (!reply?.ConversationID || !reply.OriginatorConversationID) {
    return incomplete("The answer does not identify the request.")
  }
  return {
    outcome: "queued",
    conversationId: reply.ConversationID,
    originatorConversationId: reply.OriginatorConversationID,
  }
}

/** Asks what became of a payment; `parseStatusResult` reads the result. */
export function transactionStatus(
  line: Line,
  input: TransactionStatusInput
): Promise<RequestResult> {
  return request(line, "/mpesa/transactionstatus/v1/query", input, {
    CommandID: "TransactionStatusQuery",
    ...("receipt" in input
      ? { TransactionID: input.receipt }
      : { OriginalConversationID: input.originatorConversationId }),
    PartyA: line.config.shortcode,
    IdentifierType: "4",
    Remarks: remarksOf(input.remarks),
  })
}

/**
 * Asks for a payment to go back to the shopper. There is no idempotency key;
 * a payment that has gone back says so, which `parseReversalResult` takes as
 * done.
 */
export async function reversal(
  line: Line,
  input: ReversalInput
): Promise<RequestResult> {
  if (!isChargeable(input.amount)) {
    return amountRefusal(input.amount)
  }
  return request(line, "/mpesa/reversal/v1/request", input, {
    CommandID: "TransactionReversal",
    TransactionID: input.receipt,
    Amount: input.amount,
    ReceiverParty: line.config.shortcode,
    // Safaricom's own spelling.
    RecieverIdentifierType: "11",
    Remarks: remarksOf(input.remarks),
  })
}
