/**
 * Stripe's published test cards: which token or number behaves how. They are
 * how a test or a person chooses what the bank says.
 */

export type Outcome =
  | { kind: "succeed"; refund?: "fail" | "pending" }
  | { kind: "decline"; code: string; declineCode?: string; message: string }
  | { kind: "authenticate"; then?: Decline }
  | { kind: "process"; then: "succeed" | "fail" }

type Decline = Extract<Outcome, { kind: "decline" }>

export type LastError = {
  type: "card_error" | "invalid_request_error"
  code: string
  decline_code?: string
  message: string
  charge?: string
  payment_method?: unknown
}

export type TestCard = {
  brand: string
  number: string
  outcome: Outcome
  type?: "card" | "us_bank_account"
}

const decline = (
  message: string,
  declineCode: string | undefined,
  code = "card_declined"
): Decline => ({ kind: "decline", code, declineCode, message })

const good: Outcome = { kind: "succeed" }
const generic = decline("Your card was declined.", "generic_decline")
const funds = decline("Your card has insufficient funds.", "insufficient_funds")

const visa = (number: string, outcome: Outcome): TestCard => ({
  brand: "visa",
  number,
  outcome,
})

/** `pm_card_…` tokens; `tok_…` ones are the same cards. */
export const TEST_CARDS: Record<string, TestCard> = {
  visa: visa("4242424242424242", good),
  visa_debit: visa("4000056655665556", good),
  mastercard: {
    brand: "mastercard",
    number: "5555555555554444",
    outcome: good,
  },
  amex: { brand: "amex", number: "378282246310005", outcome: good },
  discover: { brand: "discover", number: "6011111111111117", outcome: good },
  chargeDeclined: visa("4000000000000002", generic),
  visa_chargeDeclined: visa("4000000000000002", generic),
  chargeDeclinedInsufficientFunds: visa("4000000000009995", funds),
  visa_chargeDeclinedInsufficientFunds: visa("4000000000009995", funds),
  visa_chargeDeclinedLostCard: visa(
    "4000000000009987",
    decline("Your card was declined.", "lost_card")
  ),
  visa_chargeDeclinedStolenCard: visa(
    "4000000000009979",
    decline("Your card was declined.", "stolen_card")
  ),
  chargeDeclinedFraudulent: visa(
    "4100000000000019",
    decline("Your card was declined.", "fraudulent")
  ),
  chargeDeclinedExpiredCard: visa(
    "4000000000000069",
    decline("Your card has expired.", undefined, "expired_card")
  ),
  chargeDeclinedIncorrectCvc: visa(
    "4000000000000127",
    decline(
      "Your card's security code is incorrect.",
      undefined,
      "incorrect_cvc"
    )
  ),
  chargeDeclinedProcessingError: visa(
    "4000000000000119",
    decline(
      "An error occurred while processing your card. Try again in a little bit.",
      undefined,
      "processing_error"
    )
  ),
  authenticationRequired: visa("4000002760003184", { kind: "authenticate" }),
  threeDSecure2Required: visa("4000000000003220", { kind: "authenticate" }),
  authenticationRequiredChargeDeclinedInsufficientFunds: visa(
    "4000008260003178",
    { kind: "authenticate", then: funds }
  ),
  refundFail: visa("4000000000005126", { kind: "succeed", refund: "fail" }),
  pendingRefund: visa("4000000000007726", {
    kind: "succeed",
    refund: "pending",
  }),
}

const BANK: Record<string, TestCard> = {
  pm_usBankAccount_success: {
    brand: "bank",
    number: "000123456789",
    type: "us_bank_account",
    outcome: { kind: "process", then: "succeed" },
  },
  pm_usBankAccount_insufficientFunds: {
    brand: "bank",
    number: "000222222227",
    type: "us_bank_account",
    outcome: { kind: "process", then: "fail" },
  },
}

export function cardByToken(token: string): TestCard | undefined {
  if (Object.hasOwn(BANK, token)) {
    return BANK[token]
  }
  const name = /^(?:pm_card|tok)_(.+)$/.exec(token)?.[1]
  return name && Object.hasOwn(TEST_CARDS, name) ? TEST_CARDS[name] : undefined
}

export function cardByNumber(number: string): TestCard | undefined {
  const digits = number.replace(/[\s-]/g, "")
  return Object.values(TEST_CARDS).find((card) => card.number === digits)
}
