import type { PromptAction } from "../frame/phones"

/** What each answer on the phone page is to M-Pesa. */
export const CODE_OF: Record<PromptAction, string> = {
  approve: "0",
  cancel: "1032",
  timeout: "1037",
  "wrong-pin": "2001",
  "no-funds": "1",
}

const WORDS: Record<string, string> = {
  "0": "The service request is processed successfully.",
  "1": "The balance is insufficient for the transaction.",
  "17": "Rule limited.",
  "1001":
    "Unable to lock subscriber, a transaction is already in process for the current subscriber",
  "1019": "Transaction has expired",
  "1025": "An error occurred while sending a push request",
  "1032": "Request cancelled by user",
  "1037": "DS timeout user cannot be reached",
  "2001": "The initiator information is invalid.",
  "2028": "The request is not permitted according to product assignment",
  "8006": "The security credential is locked.",
  R000001: "The transaction has already been reversed.",
  R000002: "The OriginalTransactionID is invalid.",
  SFC_IC0003: "The operator does not exist.",
}

export const wordsOf = (code: string) =>
  Object.hasOwn(WORDS, code) ? WORDS[code] : "Request failed."
