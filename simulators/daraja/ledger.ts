import { randomBytes, randomInt } from "node:crypto"

export type TransactionType = "CustomerPayBillOnline" | "CustomerBuyGoodsOnline"

/** What was asked of a phone. */
export type Attempt = {
  merchantRequestId: string
  checkoutRequestId: string
  msisdn: string
  amount: number
  reference: string
  type: TransactionType
  callbackUrl: string
  at: number
  result?: { code: string; description: string }
}

/** Money that a shopper has sent. */
export type Payment = {
  receipt: string
  msisdn: string
  amount: number
  reference: string
  type: TransactionType
  at: number
  reversedBy?: string
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
const KEPT = 20_000

/** Ten letters and digits, the first a letter. */
export function newReceipt() {
  const rest = [...randomBytes(9)].map((byte) => ALPHABET[byte % 36])
  return ALPHABET[randomInt(26)] + rest.join("")
}

const someDigits = (length: number) =>
  String(randomInt(10 ** length)).padStart(length, "0")

export const newMerchantRequestId = () => `${someDigits(5)}-${someDigits(8)}-1`
export const newCheckoutRequestId = (time: string) =>
  `ws_CO_${time}${someDigits(12)}`
export const newConversationId = (time: string) =>
  `AG_${time.slice(0, 8)}_${randomBytes(10).toString("hex")}`

/** What Safaricom remembers of one short code; the oldest goes first. */
export class Ledger {
  private readonly attempts = new Map<string, Attempt>()
  private readonly payments = new Map<string, Payment>()
  private taken = 0

  addAttempt(attempt: Attempt) {
    keep(this.attempts, attempt.checkoutRequestId, attempt)
  }

  attempt(checkoutRequestId: string) {
    return this.attempts.get(checkoutRequestId)
  }

  book(payment: Omit<Payment, "receipt">): Payment {
    const booked = { ...payment, receipt: newReceipt() }
    keep(this.payments, booked.receipt, booked)
    this.taken += booked.amount
    return booked
  }

  reverse(payment: Payment): string {
    payment.reversedBy = newReceipt()
    this.taken -= payment.amount
    return payment.reversedBy
  }

  payment(receipt: string) {
    return this.payments.get(receipt)
  }

  /** Oldest first. */
  paymentsSince(at: number) {
    return [...this.payments.values()].filter((payment) => payment.at >= at)
  }

  /** What the short code holds. */
  get balance() {
    return this.taken
  }
}

function keep<Row>(rows: Map<string, Row>, id: string, row: Row) {
  rows.set(id, row)
  const oldest = rows.keys().next()
  if (rows.size > KEPT && !oldest.done) {
    rows.delete(oldest.value)
  }
}
