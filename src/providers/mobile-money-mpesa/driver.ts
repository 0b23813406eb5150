import type {
  Announced,
  Ask,
  AskedAttempt,
  AskOutcome,
  Booked,
  Confirmation,
  EventTopic,
  GiveBack,
  GiveBackOutcome,
  MobileMoneyDriver,
} from "../../modules/mobile-money/driver"
import type { DriverDependencies } from "../../modules/mobile-money/loaders/drivers"
import {
  createDaraja,
  type Daraja,
  readNairobiTime,
  type Refused,
  toAccountReference,
  type Unknown,
} from "../payment-mpesa/daraja"
import { readMessage } from "./messages"
import { darajaConfig, type MpesaDriverOptions } from "./options"
import { failureReason, refusalReason } from "./reasons"

/** Published by Safaricom; nothing else may answer when it is switched on. */
const SAFARICOM = [
  "196.201.214.200",
  "196.201.214.206",
  "196.201.214.207",
  "196.201.214.208",
  "196.201.213.114",
  "196.201.213.44",
  "196.201.212.127",
  "196.201.212.138",
  "196.201.212.129",
  "196.201.212.136",
  "196.201.212.74",
  "196.201.212.69",
]

/** What a prompt says it is for, beside the order's number. */
const DESCRIPTION = "Order"

const detailOf = (result: Refused | Unknown) =>
  result.outcome === "refused" ? result.message : result.detail

/** Speaks to Safaricom for the ledger of mobile money. */
export class MpesaDriver implements MobileMoneyDriver {
  static identifier = "mpesa"

  readonly currency_code = "kes"
  readonly acknowledgement = { ResultCode: 0, ResultDesc: "Accepted" }
  readonly addresses: readonly string[]

  private readonly daraja: Daraja
  private readonly hooksUrl: string
  /** Of a till, money may be announced for its store as well. */
  private readonly numbers: readonly string[]

  constructor(
    { sharedTokens }: DriverDependencies,
    options: MpesaDriverOptions
  ) {
    const config = darajaConfig(options)
    this.hooksUrl = options.hooksUrl
    this.numbers = [config.shortcode, ...(config.till ? [config.till] : [])]
    this.addresses = options.checkAddresses ? SAFARICOM : []
    this.daraja = createDaraja(config, {
      tokens: sharedTokens(`daraja ${config.baseUrl} ${config.consumerKey}`),
    })
  }

  async ask(ask: Ask): Promise<AskOutcome> {
    const result = await this.daraja.stkPush({
      amount: ask.amount,
      phone: ask.phone,
      accountReference: toAccountReference(ask.reference),
      description: DESCRIPTION,
      callbackUrl: `${this.hooksUrl}/stk/${ask.token}`,
    })
    switch (result.outcome) {
      case "accepted":
        return {
          outcome: "asked",
          provider_reference: result.checkoutRequestId,
          request_reference: result.merchantRequestId,
        }
      case "refused":
        return {
          outcome: "refused",
          reason: refusalReason(result.reason),
          code: result.code,
          detail: result.message,
        }
      case "unknown":
        return {
          outcome: "unknown",
          detail: `${result.cause}: ${result.detail}`,
        }
    }
  }

  async confirm(attempt: AskedAttempt): Promise<Confirmation> {
    if (!attempt.provider_reference) {
      const detail =
        "The answer to the question was lost, and its name with it."
      return { state: "unknown", detail }
    }
    const result = await this.daraja.stkQuery(attempt.provider_reference)
    switch (result.outcome) {
      case "paid":
        return { state: "paid" }
      case "failed":
        return {
          state: "failed",
          reason: failureReason(result.reason),
          code: result.code,
          doubtful: result.reconcile,
        }
      case "pending":
        return { state: "pending" }
      case "throttled":
      case "unknown":
        return { state: "unknown", detail: result.detail }
    }
  }

  read(topic: EventTopic, body: unknown) {
    return readMessage(topic, body, this.numbers)
  }

  async giveBack(request: GiveBack): Promise<GiveBackOutcome> {
    const address = `${this.hooksUrl}/stk/${request.token}`
    const result = await this.daraja.reversal({
      receipt: request.receipt,
      amount: request.amount,
      remarks: request.note,
      resultUrl: `${address}/result`,
      timeoutUrl: `${address}/timeout`,
    })
    switch (result.outcome) {
      case "queued":
        return {
          outcome: "requested",
          request_reference: result.originatorConversationId,
        }
      case "refused":
        return { outcome: "refused", code: result.code, detail: result.message }
      case "unknown":
        return {
          outcome: "unknown",
          detail: `${result.cause}: ${result.detail}`,
        }
    }
  }

  async announceAt(address: string, phone: string): Promise<Announced> {
    const urls = await this.daraja.registerUrls({
      confirmationUrl: address,
      validationUrl: address,
      whenUnreachable: "Completed",
    })
    if (urls.outcome === "refused" || urls.outcome === "unknown") {
      return { ok: false, detail: detailOf(urls) }
    }
    const books = await this.daraja.registerPull({
      phone,
      callbackUrl: address,
    })
    return books.outcome === "registered"
      ? { ok: true }
      : { ok: false, detail: detailOf(books) }
  }

  async booked(from: Date, to: Date): Promise<Booked> {
    const result = await this.daraja.pullTransactions({ from, to })
    if (result.outcome !== "pulled") {
      return { ok: false, detail: detailOf(result) }
    }
    return {
      ok: true,
      receipts: result.transactions.map((row) => ({
        receipt: row.receipt,
        amount: row.amount,
        currency_code: this.currency_code,
        paid_at: readNairobiTime(row.date.replace(/\D/g, "")) ?? to,
        reference: row.reference,
        payer: row.phone,
      })),
    }
  }
}
