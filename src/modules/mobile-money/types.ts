/** Why a phone did not pay, in words a storefront can switch on. */
export const failureReasons = [
  "cancelled",
  "timeout",
  "wrong_pin",
  "insufficient_funds",
  "limit_exceeded",
  "amount_too_small",
  "unreachable",
  "busy",
  "not_registered",
  "too_soon",
  "declined",
  "configuration",
  "unavailable",
  "unknown",
] as const

export type FailureReason = (typeof failureReasons)[number]

export const awaitedStates = [
  "waiting",
  "settling",
  "paid",
  "expired",
  "cancelled",
] as const
export type AwaitedState = (typeof awaitedStates)[number]

/**
 * `created` until the provider answered, `paid` from the proof until the order
 * has the money, `surplus` when the order could not take it.
 */
export const attemptStates = [
  "created",
  "asked",
  "unknown",
  "refused",
  "failed",
  "mismatch",
  "paid",
  "settled",
  "surplus",
] as const
export type AttemptState = (typeof attemptStates)[number]

/** The phone may still pay. */
export const OPEN_STATES = ["created", "asked", "unknown"] as const

export const eventStates = ["new", "done", "parked"] as const
export type EventState = (typeof eventStates)[number]

export const returnStates = [
  "requested",
  "sent",
  "unknown",
  "done",
  "failed",
] as const
export type ReturnState = (typeof returnStates)[number]

export const returnWays = ["reversal", "manual"] as const
export type ReturnWay = (typeof returnWays)[number]

export const returnCauses = ["refund", "surplus"] as const
export type ReturnCause = (typeof returnCauses)[number]

export const differenceKinds = [
  /** A message under a token nobody was given, or about an unknown payment. */
  "orphan",
  /** Amount, currency or references differ from what was asked. */
  "mismatch",
  /** A message says paid, the provider's own answer says it is not. */
  "contradiction",
  /** The provider's books have money the ledger does not. */
  "missing_here",
  /** The ledger has money the provider's books do not. */
  "missing_there",
  /** The ledger has settled what the order does not show as paid. */
  "order_disagrees",
  /** Money could not be given back. */
  "return_failed",
] as const
export type DifferenceKind = (typeof differenceKinds)[number]
