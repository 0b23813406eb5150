import type { DarajaConfig } from "./config"
import type { Attempt, Payment } from "./ledger"
import { compactTime } from "./nairobi"

type Item = { Name: string; Value?: string | number }

const maskedPhone = (msisdn: string) =>
  `${msisdn.slice(0, 6)}***${msisdn.slice(-3)}`

function balance({ callback_balance: shown }: DarajaConfig): Item[] {
  if (shown === "absent") {
    return []
  }
  return shown === "value"
    ? [{ Name: "Balance", Value: 0 }]
    : [{ Name: "Balance" }]
}

function phone(
  { callback_phone: shown }: DarajaConfig,
  msisdn: string
): Item[] {
  if (shown === "absent") {
    return []
  }
  const Value = shown === "full" ? Number(msisdn) : maskedPhone(msisdn)
  return [{ Name: "PhoneNumber", Value }]
}

/** What the shop is told of a prompt. A reference is not in it, for nobody. */
export function stkCallback(
  config: DarajaConfig,
  attempt: Attempt,
  { code, description }: NonNullable<Attempt["result"]>,
  payment: Payment | undefined
) {
  const items = payment && [
    { Name: "Amount", Value: payment.amount },
    { Name: "MpesaReceiptNumber", Value: payment.receipt },
    ...balance(config),
    { Name: "TransactionDate", Value: Number(compactTime(payment.at)) },
    ...phone(config, payment.msisdn),
  ]
  return {
    Body: {
      stkCallback: {
        MerchantRequestID: attempt.merchantRequestId,
        CheckoutRequestID: attempt.checkoutRequestId,
        // A number, except where the code itself is none.
        ResultCode: /^\d+$/.test(code) ? Number(code) : code,
        ResultDesc: description,
        ...(items ? { CallbackMetadata: { Item: items } } : {}),
      },
    },
  }
}
