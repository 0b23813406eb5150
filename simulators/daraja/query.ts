import type { Desk } from "./announce"
import { invalid, overloaded, SpikeArrest } from "./errors"
import { checkPassword, type Fields, text } from "./fields"
import type { Attempt } from "./ledger"
import { wordsOf } from "./outcomes"

const MINUTE = 60_000

export function createQuery({ frame, ledger }: Desk) {
  let asked: number[] = []

  function limit(now: number) {
    const { query_limit } = frame.config()
    asked = asked.filter((at) => now - at < MINUTE)
    if (query_limit !== null && asked.length >= query_limit) {
      throw new SpikeArrest()
    }
    asked.push(now)
  }

  /** What is to be said of the prompt; undefined while nothing is. */
  function resultOf(attempt: Attempt): Attempt["result"] {
    const { query_says: says } = frame.config()
    if (says === "truth") {
      return attempt.result
    }
    return says === "pending"
      ? undefined
      : { code: says, description: wordsOf(says) }
  }

  return (fields: Fields) => {
    const config = frame.config()
    const now = frame.clock.now()
    checkPassword(fields, config, now)
    limit(now)
    const attempt = ledger.attempt(text(fields, "CheckoutRequestID"))
    if (!attempt || now - attempt.at < config.too_early_ms) {
      throw invalid("CheckoutRequestID")
    }
    const result = resultOf(attempt)
    if (!result && config.pending_as === "error") {
      throw overloaded("The transaction is being processed")
    }
    return {
      ResponseCode: "0",
      ResponseDescription:
        "The service request has been accepted successsfully",
      MerchantRequestID: attempt.merchantRequestId,
      CheckoutRequestID: attempt.checkoutRequestId,
      ResultCode: result?.code ?? "4999",
      ResultDesc:
        result?.description ?? "The transaction is still under processing",
    }
  }
}
