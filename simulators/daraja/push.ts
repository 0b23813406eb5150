import { type Desk, messagePaid, shillings } from "./announce"
import type { Confirm } from "./c2b"
import { invalid } from "./errors"
import {
  address,
  amount,
  checkPassword,
  type Fields,
  matching,
  msisdn,
  remarks,
  text,
} from "./fields"
import {
  type Attempt,
  newCheckoutRequestId,
  newMerchantRequestId,
  type TransactionType,
} from "./ledger"
import { compactTime } from "./nairobi"
import { CODE_OF, wordsOf } from "./outcomes"
import { stkCallback } from "./stk-callback"

/** A longer prompt cannot be shown on a phone. */
const PROMPT_LENGTH = 182

function readType(fields: Fields): TransactionType {
  const type = text(fields, "TransactionType")
  if (type !== "CustomerPayBillOnline" && type !== "CustomerBuyGoodsOnline") {
    throw invalid("TransactionType")
  }
  return type
}

function readPush(fields: Fields, at: number) {
  const attempt: Attempt = {
    merchantRequestId: newMerchantRequestId(),
    checkoutRequestId: newCheckoutRequestId(compactTime(at)),
    type: readType(fields),
    amount: amount(fields),
    msisdn: msisdn(fields, "PhoneNumber"),
    callbackUrl: address(fields, "CallBackURL"),
    reference: matching(fields, "AccountReference", /^[A-Za-z0-9]{1,12}$/),
    at,
  }
  msisdn(fields, "PartyA")
  remarks(fields, "TransactionDesc", { min: 1, max: 13 })
  return { attempt, partyB: matching(fields, "PartyB", /^\d{5,7}$/) }
}

export function createPush(desk: Desk, confirm: Confirm) {
  const { frame, ledger, tell } = desk

  /** Why no prompt is shown at all. */
  function hindrance(attempt: Attempt, partyB: string): string | undefined {
    const config = frame.config()
    const receiver =
      attempt.type === "CustomerPayBillOnline"
        ? config.shortcode
        : config.till_number
    const question = `Do you want to pay ${shillings(attempt.amount)} to ${config.merchant} Account no. ${attempt.reference}? Enter M-PESA PIN:`
    const repeated = ledger
      .paymentsSince(attempt.at - config.repeat_window_ms + 1)
      .some(
        (payment) =>
          payment.msisdn === attempt.msisdn && payment.amount === attempt.amount
      )
    if (config.result_code !== null) {
      return config.result_code
    }
    if (partyB !== receiver) {
      return "2028"
    }
    if (question.length > PROMPT_LENGTH) {
      return "1025"
    }
    if (frame.phones.isBusy(attempt.msisdn)) {
      return "1001"
    }
    return repeated ? "17" : undefined
  }

  function conclude(attempt: Attempt, code: string, deliver = 1) {
    const { msisdn: payer, amount: sum, reference, type } = attempt
    attempt.result = { code, description: wordsOf(code) }
    const payment =
      code === CODE_OF.approve
        ? ledger.book({
            msisdn: payer,
            amount: sum,
            reference,
            type,
            at: frame.clock.now(),
          })
        : undefined
    const body = stkCallback(frame.config(), attempt, attempt.result, payment)
    for (let copy = 0; copy < deliver; copy++) {
      tell("stk.callback", attempt.callbackUrl, body)
    }
    if (payment) {
      messagePaid(desk, payment)
      confirm(payment)
    }
  }

  return (fields: Fields) => {
    const config = frame.config()
    const now = frame.clock.now()
    checkPassword(fields, config, now)
    const { attempt, partyB } = readPush(fields, now)
    ledger.addAttempt(attempt)
    const end = hindrance(attempt, partyB)
    if (end !== undefined) {
      conclude(attempt, end)
    } else {
      frame.phones.prompt(attempt.msisdn, {
        amount: attempt.amount,
        currency: "KES",
        merchant: config.merchant,
        reference: attempt.reference,
        expiresInMs: config.prompt_ms,
        onAnswer: ({ action, deliver }) =>
          conclude(attempt, CODE_OF[action], deliver),
      })
    }
    return {
      MerchantRequestID: attempt.merchantRequestId,
      CheckoutRequestID: attempt.checkoutRequestId,
      ResponseCode: "0",
      ResponseDescription: "Success. Request accepted for processing",
      CustomerMessage: "Success. Request accepted for processing",
    }
  }
}
