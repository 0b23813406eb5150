import type { FailureReason } from "../../modules/mobile-money/types"
import type {
  FailureReason as DarajaReason,
  RefusalReason,
} from "../payment-mpesa/daraja"

/** Safaricom's reasons in the words that all drivers share. */
const failures: Record<DarajaReason, FailureReason> = {
  "insufficient-funds": "insufficient_funds",
  "below-minimum": "amount_too_small",
  "limit-exceeded": "limit_exceeded",
  "shop-limit": "configuration",
  "account-state": "declined",
  repeated: "too_soon",
  "not-permitted": "configuration",
  busy: "busy",
  expired: "timeout",
  unreachable: "unreachable",
  cancelled: "cancelled",
  timeout: "timeout",
  "wrong-pin": "wrong_pin",
  misconfigured: "configuration",
  temporary: "unavailable",
  locked: "declined",
  "unknown-party": "not_registered",
  other: "declined",
}

const refusals: Record<RefusalReason, FailureReason> = {
  amount: "limit_exceeded",
  phone: "not_registered",
  reference: "configuration",
  "callback-url": "configuration",
  request: "configuration",
  configuration: "configuration",
  throttled: "unavailable",
  "subscriber-busy": "busy",
  unavailable: "unavailable",
}

export const failureReason = (reason: DarajaReason) => failures[reason]
export const refusalReason = (reason: RefusalReason) => refusals[reason]
