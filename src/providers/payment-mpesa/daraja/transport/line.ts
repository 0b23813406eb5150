import type {
  DarajaConfig,
  Refused,
  RefusalReason,
  Timeouts,
  Unknown,
} from "../types"
import { exchange, type Json } from "./exchange"
import { type Fault, readFault } from "./faults"
import { refused } from "./outcomes"
import type { AccessTokens } from "./tokens"

/** What became of a call, before anybody says what it means. */
export type Answer =
  | { kind: "reply"; body: Json }
  | ({ kind: "fault"; status: number } & Fault)
  /** Nothing was asked: there was no token, or no connection. */
  | { kind: "unsent"; refused: Refused }
  | { kind: "lost"; unknown: Unknown }

/** A bad token and too many calls need no words to be understood. */
const SAYS_IT_ALL = new Set([401, 429])

/** The authorised way to Safaricom. */
export class Line {
  constructor(
    readonly config: DarajaConfig,
    readonly clock: { now(): number },
    readonly timeouts: Timeouts,
    private readonly send: typeof fetch,
    private readonly tokens: AccessTokens
  ) {}

  /** A call that was turned away for its token is made once more with another. */
  async post(path: string, body: Json, timeoutMs: number): Promise<Answer> {
    const first = await this.tokens.get()
    if (first.kind === "none") {
      return unsent(first)
    }
    const answer = await this.postWith(first.token, path, body, timeoutMs)
    if (answer.kind !== "fault" || answer.meaning !== "token") {
      return answer
    }
    const second = await this.tokens.get(first.token)
    return second.kind === "none"
      ? unsent(second)
      : this.postWith(second.token, path, body, timeoutMs)
  }

  private async postWith(
    token: string,
    path: string,
    fields: Json,
    timeoutMs: number
  ): Promise<Answer> {
    const reply = await exchange(
      this.send,
      `${this.config.baseUrl}${path}`,
      {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
        },
        body: JSON.stringify(fields),
      },
      timeoutMs
    )
    if (reply.kind === "silent") {
      const { cause, detail, reached } = reply
      return reached
        ? lost({ cause, detail })
        : { kind: "unsent", refused: refused("unavailable", cause, detail) }
    }
    const { status } = reply
    if (reply.kind === "unreadable" && !SAYS_IT_ALL.has(status)) {
      const cause = status >= 500 ? "server-error" : "unreadable"
      return lost({ cause, detail: reply.detail, status })
    }
    const body = reply.kind === "json" ? reply.body : {}
    const fault = readFault(status, body)
    return fault ? { kind: "fault", status, ...fault } : { kind: "reply", body }
  }
}

const unsent = (none: {
  reason: RefusalReason
  code: string
  message: string
}): Answer => ({
  kind: "unsent",
  refused: refused(none.reason, none.code, none.message),
})

const lost = (what: Omit<Unknown, "outcome">): Answer => ({
  kind: "lost",
  unknown: { outcome: "unknown", ...what },
})
