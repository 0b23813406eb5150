import type { TokenStore } from "./transport/tokens"

export type Initiator = {
  name: string
  password: string
  /** Safaricom's certificate of the same environment, as PEM. */
  certificate: string
}

export type DarajaConfig = {
  /** Without a path: `https://api.safaricom.co.ke`. */
  baseUrl: string
  consumerKey: string
  consumerSecret: string
  /** The PayBill, or the store number that a till belongs to. */
  shortcode: string
  passkey: string
  /** Set when goods are paid to a till instead of a PayBill. */
  till?: string
  /** Who asks for reversals and statuses; without it, those are refused. */
  initiator?: Initiator
}

export type Timeouts = {
  token: number
  push: number
  query: number
  other: number
}

export type DarajaDependencies = {
  fetch?: typeof fetch
  clock?: { now(): number }
  /** Shared by all processes of a shop, since a new token kills the old one. */
  tokens?: TokenStore
  /** Milliseconds until the end of an answer. */
  timeouts?: Partial<Timeouts>
}

export type RefusalReason =
  /** Not whole shillings from 1 to 250,000. */
  | "amount"
  | "phone"
  | "reference"
  | "callback-url"
  /** Another field, or one Safaricom did not name. */
  | "request"
  /** Credentials, short code, passkey, product: nobody can pay until staff act. */
  | "configuration"
  | "throttled"
  /** Another prompt is open on this phone; wait at least a minute. */
  | "subscriber-busy"
  /** Safaricom could not be reached at all. */
  | "unavailable"

/** Safaricom did not do it, for certain. */
export type Refused = {
  outcome: "refused"
  reason: RefusalReason
  code: string
  message: string
}

export type UnknownCause =
  | "timeout"
  | "connection"
  | "server-error"
  /** HTML, broken JSON, or too much of it. */
  | "unreadable"
  /** JSON that lacks what would identify the outcome. */
  | "incomplete"

/** It may have happened. Asking again may do it twice. */
export type Unknown = {
  outcome: "unknown"
  cause: UnknownCause
  detail: string
  status?: number
}

/** The caller handed over what no caller may; never the network's doing. */
export class DarajaMisuse extends Error {
  override readonly name = "DarajaMisuse"
}
