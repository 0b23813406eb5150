import { z } from "@medusajs/framework/zod"
import {
  addressRefusal,
  amountRefusal,
  isAccountReference,
  isChargeable,
  nairobiTime,
  plainText,
  readMsisdn,
  refuse,
} from "../fields"
import type { Line } from "../transport/line"
import { incomplete, refusedBy, settle } from "../transport/outcomes"
import type { DarajaConfig, Refused, Unknown } from "../types"
import { loose, maybe } from "../wire"

export type StkPushInput = {
  /** Whole shillings; anything else is refused, never rounded. */
  amount: number
  /** `+254712345678`, with or without the plus. */
  phone: string
  /** 1 to 12 letters and digits; `toAccountReference` makes one. */
  accountReference: string
  /** 13 characters of it are shown; what Safaricom cannot take is left out. */
  description: string
  callbackUrl: string
}

/** The prompt is on its way to the phone. Nothing is paid yet. */
export type StkPushAccepted = {
  outcome: "accepted"
  merchantRequestId: string
  checkoutRequestId: string
  customerMessage: string
}

export type StkPushResult = StkPushAccepted | Refused | Unknown

const replySchema = z.object({
  ResponseCode: loose,
  ResponseDescription: maybe,
  MerchantRequestID: maybe,
  CheckoutRequestID: maybe,
  CustomerMessage: maybe,
})

/** Proof of the passkey, made anew for every call together with its time. */
export function passwordAt(
  { shortcode, passkey }: DarajaConfig,
  instant: number
) {
  const timestamp = nairobiTime(instant)
  const password = Buffer.from(`${shortcode}${passkey}${timestamp}`)
  return { Password: password.toString("base64"), Timestamp: timestamp }
}

function refusalOf(input: StkPushInput): Refused | undefined {
  if (!isChargeable(input.amount)) {
    return amountRefusal(input.amount)
  }
  if (!readMsisdn(input.phone)) {
    return refuse("phone", "M-Pesa reaches Kenyan mobile numbers only.")
  }
  if (!isAccountReference(input.accountReference)) {
    return refuse(
      "reference",
      "An account reference is 1 to 12 letters and digits."
    )
  }
  return addressRefusal(input.callbackUrl)
}

/**
 * Puts a prompt on a phone. There is no idempotency key: a second call after
 * `unknown` may ask the shopper twice. The attempt belongs in the database
 * before this is called, since the callback can overtake the answer.
 */
export async function stkPush(
  line: Line,
  input: StkPushInput
): Promise<StkPushResult> {
  const refusal = refusalOf(input)
  if (refusal) {
    return refusal
  }
  const { config, clock, timeouts } = line
  const msisdn = readMsisdn(input.phone)
  const answer = await line.post(
    "/mpesa/stkpush/v1/processrequest",
    {
      BusinessShortCode: config.shortcode,
      ...passwordAt(config, clock.now()),
      TransactionType: config.till
        ? "CustomerBuyGoodsOnline"
        : "CustomerPayBillOnline",
      Amount: input.amount,
      PartyA: msisdn,
      PartyB: config.till ?? config.shortcode,
      PhoneNumber: msisdn,
      CallBackURL: input.callbackUrl,
      AccountReference: input.accountReference,
      TransactionDesc:
        plainText(input.description, 13) || input.accountReference,
    },
    timeouts.push
  )
  if (answer.kind !== "reply") {
    return settle(answer)
  }
  const reply = replySchema.safeParse(answer.body).data
  if (reply && reply.ResponseCode !== "0") {
    return refusedBy(reply.ResponseCode, reply.ResponseDescription)
  }
  if (!reply?.CheckoutRequestID || !reply.MerchantRequestID) {
    return incomplete("The answer does not identify the prompt.")
  }
  return {
    outcome: "accepted",
    merchantRequestId: reply.MerchantRequestID,
    checkoutRequestId: reply.CheckoutRequestID,
    customerMessage: reply.CustomerMessage ?? "",
  }
}
