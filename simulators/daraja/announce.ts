import type { Frame } from "../frame/stand-in"
import type { DarajaConfig } from "./config"
import type { Ledger, Payment } from "./ledger"
import { messageTime } from "./nairobi"

export type DarajaEvent =
  | "stk.callback"
  | "c2b.confirmation"
  | "status.result"
  | "status.timeout"
  | "reversal.result"
  | "reversal.timeout"

/** What all routes of the stand-in share. */
export type Desk = {
  frame: Frame<DarajaConfig>
  ledger: Ledger
  tell: (event: DarajaEvent, url: string, body: object) => void
}

/** Sends a callback where the shop asked for it, or to where it was told. */
export function teller(frame: Frame<DarajaConfig>): Desk["tell"] {
  return (event, url, body) => {
    const { webhook_url, retry_delays_ms, timeout_ms } = frame.config()
    const { pathname, search } = new URL(url)
    void frame.callbacks.send({
      url: webhook_url ? new URL(pathname + search, webhook_url).href : url,
      event,
      body: JSON.stringify(body),
      retryDelays: retry_delays_ms,
      timeoutMs: timeout_ms,
    })
  }
}

export const shillings = (amount: number) =>
  `Ksh${amount.toLocaleString("en-KE", { minimumFractionDigits: 2 })}`

const sms = ({ frame }: Desk, { msisdn }: Payment, text: string) =>
  frame.phones.message(msisdn, { channel: "sms", from: "MPESA", text })

export function messagePaid(desk: Desk, payment: Payment) {
  const { receipt, amount, reference, type, at } = payment
  const { merchant } = desk.frame.config()
  const whom =
    type === "CustomerPayBillOnline"
      ? `sent to ${merchant} for account ${reference}`
      : `paid to ${merchant}.`
  sms(
    desk,
    payment,
    `${receipt} Confirmed. ${shillings(amount)} ${whom} on ${messageTime(at)}. Transaction cost, Ksh0.00.`
  )
}

export function messageReversed(desk: Desk, payment: Payment, at: number) {
  sms(
    desk,
    payment,
    `${payment.reversedBy} Confirmed. Reversal of transaction ${payment.receipt} has been successfully made on ${messageTime(at)} and ${shillings(payment.amount)} is credited to your M-PESA account.`
  )
}
