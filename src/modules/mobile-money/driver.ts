import type { FailureReason } from "./types"

/** What a provider is told to ask of a phone. */
export type Ask = {
  /** Unguessable; the provider's answer comes back under it. */
  token: string
  amount: number
  currency_code: string
  /** E.164. */
  phone: string
  /** What the shopper reads on the phone, such as the order's number. */
  reference: string
}

/** The provider's own names for what it was asked. */
export type References = {
  provider_reference: string
  request_reference?: string
}

/**
 * `refused` means the phone was certainly not asked; `unknown` that it may
 * have been, so nobody may ask again before that is known.
 */
export type AskOutcome =
  | ({ outcome: "asked" } & References)
  | { outcome: "refused"; reason: FailureReason; code?: string; detail: string }
  | { outcome: "unknown"; detail: string }

/** What identifies an attempt with its provider. */
export type AskedAttempt = {
  id: string
  provider_reference: string | null
  request_reference: string | null
  receipt: string | null
  amount: number
  currency_code: string
  asked_at: Date | null
}

export type Failed = {
  reason: FailureReason
  code?: string
  /** Seen for payments that were made all the same: worth another question. */
  doubtful?: boolean
}

/** The provider's own word on an attempt, asked for by us. */
export type Confirmation =
  | { state: "paid"; receipt?: string; amount?: number; paid_at?: Date }
  | ({ state: "failed" } & Failed)
  | { state: "pending" }
  | { state: "unknown"; detail: string }

/** What a stored message of a provider says, once it is read. */
export type ProviderMessage =
  | ({
      kind: "paid"
      receipt: string
      amount: number
      currency_code: string
      paid_at?: Date
    } & References)
  | ({ kind: "failed" } & Failed & References)
  /** About a prompt, but neither money nor the end of it. */
  | ({ kind: "unclear"; detail: string } & References)
  | {
      kind: "receipt"
      receipt: string
      amount: number
      currency_code: string
      reference?: string
      payer?: string
      paid_at?: Date
    }
  | { kind: "returned"; request_reference: string; receipt?: string }
  | {
      kind: "return_failed"
      request_reference: string
      code?: string
      detail: string
    }
  | { kind: "unreadable"; detail: string }

export type GiveBack = {
  /** Ours; a provider that can, refuses it the second time. */
  id: string
  token: string
  receipt: string
  amount: number
  currency_code: string
  note: string
}

export type GiveBackOutcome =
  | { outcome: "requested"; request_reference: string }
  | { outcome: "done"; receipt?: string }
  | { outcome: "refused"; code?: string; detail: string }
  | { outcome: "unknown"; detail: string }

/** A payment as the provider's own books show it. */
export type BookedReceipt = {
  receipt: string
  amount: number
  currency_code: string
  paid_at: Date
  reference?: string
  payer?: string
}

export type Booked =
  { ok: true; receipts: BookedReceipt[] } | { ok: false; detail: string }

export type Announced = { ok: true } | { ok: false; detail: string }

/**
 * Speaks to one provider of mobile money. It owns no table and decides
 * nothing, and it never throws for what a network or a provider does.
 */
export interface MobileMoneyDriver {
  readonly currency_code: string
  ask(ask: Ask): Promise<AskOutcome>
  confirm(attempt: AskedAttempt): Promise<Confirmation>
  /** `topic` is what the address was given out for, as `ask` did. */
  read(topic: EventTopic, body: unknown): ProviderMessage
  giveBack(request: GiveBack): Promise<GiveBackOutcome>
  /** What was paid to the shop between two moments. */
  booked(from: Date, to: Date): Promise<Booked>
  /** Tells the provider where to announce money, and asks it to open its books. */
  announceAt(address: string, phone: string): Promise<Announced>
  /** Addresses it answers from; empty when they are not known. */
  readonly addresses: readonly string[]
  /** What the provider expects to read when a message was stored. */
  readonly acknowledgement: Record<string, unknown>
}

export type EventTopic = "payment" | "receipt" | "return" | "return_timeout"
