import { type RegisterUrlsInput, registerUrls } from "./calls/c2b"
import { type PullInput, pullTransactions, registerPull } from "./calls/pull"
import {
  reversal,
  type ReversalInput,
  transactionStatus,
  type TransactionStatusInput,
} from "./calls/requests"
import { stkPush, type StkPushInput } from "./calls/stk-push"
import { stkQuery } from "./calls/stk-query"
import { securityCredential } from "./credential"
import { Line } from "./transport/line"
import { AccessTokens, MemoryTokenStore } from "./transport/tokens"
import {
  type DarajaConfig,
  type DarajaDependencies,
  DarajaMisuse,
  type Timeouts,
} from "./types"

export type * from "./calls/c2b"
export type * from "./calls/pull"
export type * from "./calls/requests"
export type * from "./calls/stk-push"
export type * from "./calls/stk-query"
export * from "./callbacks/c2b"
export * from "./callbacks/results"
export * from "./callbacks/stk"
export {
  forbiddenWordIn,
  isChargeable,
  MAX_AMOUNT,
  MIN_AMOUNT,
  readNairobiTime,
  toAccountReference,
} from "./fields"
export type {
  FailureMeaning,
  FailureReason,
  RequestFailure,
} from "./result-codes"
export { SIMULATED_ACCOUNT } from "./simulated-account"
export {
  type KeptToken,
  MemoryTokenStore,
  type TokenStore,
} from "./transport/tokens"
export * from "./types"

export const DARAJA_HOSTS = {
  sandbox: "https://sandbox.safaricom.co.ke",
  production: "https://api.safaricom.co.ke",
} as const

/** Safaricom publishes none. A prompt takes longest, and is worth waiting for. */
const TIMEOUTS: Timeouts = {
  token: 15_000,
  push: 30_000,
  query: 15_000,
  other: 20_000,
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Secrets go to this host, so in the clear they stay on this machine. */
function hostOf(baseUrl: string) {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  const isSafe =
    url?.protocol === "https:" ||
    (url?.protocol === "http:" && LOOPBACK.test(url.hostname))
  if (!url || !isSafe || url.pathname !== "/" || url.search) {
    throw new DarajaMisuse(
      `"${baseUrl}" is no host of Daraja. Give an https address without a path, or an http one of this machine.`
    )
  }
  return url.origin
}

function check(config: DarajaConfig): DarajaConfig {
  const { shortcode, till, initiator } = config
  const codes = till === undefined ? [shortcode] : [shortcode, till]
  if (!codes.every((code) => /^\d{5,7}$/.test(code))) {
    throw new DarajaMisuse("A short code or till has five to seven digits.")
  }
  if (!config.consumerKey || !config.consumerSecret || !config.passkey) {
    throw new DarajaMisuse(
      "Consumer key, consumer secret and passkey are one account: give all three."
    )
  }
  if (initiator) {
    // A certificate that cannot encrypt is better found now than at a refund.
    securityCredential(initiator.password, initiator.certificate)
  }
  return { ...config, baseUrl: hostOf(config.baseUrl) }
}

export type Daraja = ReturnType<typeof createDaraja>

/**
 * A client of one Daraja account. What the network does comes back as a
 * value; only a caller's mistake is thrown, as `DarajaMisuse`. It logs nothing.
 */
export function createDaraja(
  account: DarajaConfig,
  {
    fetch: send = fetch,
    clock = Date,
    tokens: store = new MemoryTokenStore(),
    timeouts = {},
  }: DarajaDependencies = {}
) {
  const config = check(account)
  const patience = { ...TIMEOUTS, ...timeouts }
  const tokens = new AccessTokens({
    config,
    fetch: send,
    clock,
    store,
    timeoutMs: patience.token,
  })
  const line = new Line(config, clock, patience, send, tokens)
  return {
    stkPush: (input: StkPushInput) => stkPush(line, input),
    stkQuery: (checkoutRequestId: string) => stkQuery(line, checkoutRequestId),
    transactionStatus: (input: TransactionStatusInput) =>
      transactionStatus(line, input),
    reversal: (input: ReversalInput) => reversal(line, input),
    registerUrls: (input: RegisterUrlsInput) => registerUrls(line, input),
    pullTransactions: (input: PullInput) => pullTransactions(line, input),
    registerPull: (input: { phone: string; callbackUrl: string }) =>
      registerPull(line, input),
  }
}
