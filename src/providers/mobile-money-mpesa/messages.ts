import type {
  EventTopic,
  ProviderMessage,
} from "../../modules/mobile-money/driver"
import {
  parseC2bConfirmation,
  parseReversalResult,
  parseStkCallback,
  type StkCallback,
} from "../payment-mpesa/daraja"
import { failureReason } from "./reasons"

const CURRENCY = "kes"

const referencesOf = (
  prompt: Exclude<StkCallback, { outcome: "unreadable" }>
) => ({
  provider_reference: prompt.checkoutRequestId,
  request_reference: prompt.merchantRequestId,
})

function readPayment(body: unknown): ProviderMessage {
  const callback = parseStkCallback(body)
  switch (callback.outcome) {
    case "paid":
      return {
        kind: "paid",
        receipt: callback.receipt,
        amount: callback.amount,
        currency_code: CURRENCY,
        paid_at: callback.paidAt ?? undefined,
        ...referencesOf(callback),
      }
    case "failed":
      return {
        kind: "failed",
        reason: failureReason(callback.reason),
        code: callback.code,
        doubtful: callback.reconcile,
        ...referencesOf(callback),
      }
    case "unclear":
      return {
        kind: "unclear",
        detail: `${callback.because} (${callback.code})`,
        ...referencesOf(callback),
      }
    case "unreadable":
      return { kind: "unreadable", detail: callback.detail }
  }
}

function readReceipt(
  body: unknown,
  numbers: readonly string[]
): ProviderMessage {
  const confirmation = parseC2bConfirmation(body)
  if (confirmation.outcome !== "received") {
    return { kind: "unreadable", detail: confirmation.detail }
  }
  if (!numbers.includes(confirmation.shortcode)) {
    const detail = `It is about money for ${confirmation.shortcode}, which is not this shop's number.`
    return { kind: "unreadable", detail }
  }
  return {
    kind: "receipt",
    receipt: confirmation.receipt,
    amount: confirmation.amount,
    currency_code: CURRENCY,
    reference: confirmation.reference,
    payer: confirmation.phone ?? undefined,
    paid_at: confirmation.paidAt ?? undefined,
  }
}

function readReturn(body: unknown): ProviderMessage {
  const result = parseReversalResult(body)
  switch (result.outcome) {
    case "reversed":
      return {
        kind: "returned",
        request_reference: result.originatorConversationId,
        receipt: result.receipt ?? undefined,
      }
    case "already-reversed":
      return {
        kind: "returned",
        request_reference: result.originatorConversationId,
      }
    case "failed":
      return result.reason === "unknown"
        ? {
            kind: "unreadable",
            detail: `Code ${result.code} of a reversal is documented by nobody: ${result.description}`,
          }
        : {
            kind: "return_failed",
            request_reference: result.originatorConversationId,
            code: result.code,
            detail: `${result.reason}: ${result.description}`,
          }
    case "unreadable":
      return { kind: "unreadable", detail: result.detail }
  }
}

/**
 * What Safaricom sent to an address that was given out for this; `numbers` are
 * the shop's own.
 */
export function readMessage(
  topic: EventTopic,
  body: unknown,
  numbers: readonly string[]
): ProviderMessage {
  switch (topic) {
    case "payment":
      return readPayment(body)
    case "receipt":
      return readReceipt(body, numbers)
    case "return":
      return readReturn(body)
    case "return_timeout":
      return {
        kind: "unreadable",
        detail:
          "Safaricom did not get to the reversal in time; it may still be done.",
      }
  }
}
