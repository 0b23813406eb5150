import { createHash } from "node:crypto"
import type { Clock } from "../frame/clock"
import type { SimulatorReply, SimulatorRequest } from "../frame/http"
import { invalid, StripeError } from "./errors"

type Kept = { fingerprint: string; reply: SimulatorReply; at: number }

const DAY = 86_400_000
const KEYS = 10_000

/** Stripe does not keep an answer that came before it began to work. */
function isKept({ status }: SimulatorReply) {
  return status < 400 || status === 402 || status >= 500
}

/** Same key and parameters: same answer. Same key, others: a refusal. */
export class IdempotencyKeys {
  private readonly kept = new Map<string, Kept>()

  constructor(private readonly clock: Clock) {}

  run(request: SimulatorRequest, work: () => SimulatorReply): SimulatorReply {
    const key = request.headers["idempotency-key"]
    if (request.method !== "POST" || typeof key !== "string" || key === "") {
      return work()
    }
    if (key.length > 255) {
      throw invalid(
        "Idempotency-Key may be at most 255 characters long. Use a shorter one."
      )
    }
    const fingerprint = createHash("sha256")
      .update(`${request.path}\n${request.body}`)
      .digest("hex")
    const earlier = this.kept.get(key)
    if (earlier && this.clock.now() - earlier.at < DAY) {
      if (earlier.fingerprint !== fingerprint) {
        throw new StripeError(400, {
          type: "idempotency_error",
          message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
        })
      }
      return {
        ...earlier.reply,
        headers: { ...earlier.reply.headers, "idempotent-replayed": "true" },
      }
    }
    const answer = work()
    const reply = {
      ...answer,
      body: structuredClone(answer.body),
      headers: { ...answer.headers, "idempotency-key": key },
    }
    if (isKept(reply)) {
      this.keep(key, { fingerprint, reply, at: this.clock.now() })
    }
    return reply
  }

  private keep(key: string, entry: Kept) {
    this.kept.delete(key)
    this.kept.set(key, entry)
    const oldest = this.kept.keys().next()
    if (this.kept.size > KEYS && !oldest.done) {
      this.kept.delete(oldest.value)
    }
  }
}
