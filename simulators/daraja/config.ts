import { z } from "@medusajs/framework/zod"
import { SIMULATED_ACCOUNT } from "../../src/providers/payment-mpesa/daraja/simulated-account"
import { localUrl } from "../frame/stand-in"

const delay = z.number().int().min(0).max(86_400_000)
const digits = z.string().regex(/^\d{5,7}$/, "five to seven digits")
const code = z.string().regex(/^\w{1,20}$/, "a result code")
const { initiator } = SIMULATED_ACCOUNT

export const configSchema = z.strictObject({
  /** Callbacks go there, with the path the shop asked for. */
  webhook_url: localUrl.nullable().default(null),
  retry_delays_ms: z.array(delay).max(20).default([]),
  timeout_ms: delay.default(10_000),

  consumer_key: z.string().min(1).default(SIMULATED_ACCOUNT.consumerKey),
  consumer_secret: z.string().min(1).default(SIMULATED_ACCOUNT.consumerSecret),
  passkey: z.string().min(1).default(SIMULATED_ACCOUNT.passkey),
  shortcode: digits.default(SIMULATED_ACCOUNT.shortcode),
  till_number: digits.default("5123456"),
  initiator_name: z.string().min(1).default(initiator.name),
  initiator_password: z.string().min(1).default(initiator.password),
  /** The name on prompts and messages. */
  merchant: z.string().min(1).default("Duka"),

  token_ms: delay.default(3_599_000),
  prompt_ms: delay.default(60_000),
  /** How every prompt ends, unseen by its phone; "0" pays. */
  result_code: code.nullable().default(null),
  /** So long the same amount is not taken again from a phone that paid it. */
  repeat_window_ms: delay.default(120_000),

  callback_phone: z.enum(["full", "masked", "absent"]).default("full"),
  callback_balance: z.enum(["value", "no-value", "absent"]).default("no-value"),

  /** How a query says that the shopper has not answered yet. */
  pending_as: z.enum(["error", "4999"]).default("error"),
  /** For so long after a push, a query does not know it. */
  too_early_ms: delay.default(0),
  /** Queries in a minute; one more is a Spike Arrest. */
  query_limit: z.number().int().min(1).nullable().default(null),
  /** `truth`, `pending`, or a result code whatever the callback said. */
  query_says: code.default("truth"),

  /** Until the result of a reversal or a status request is sent. */
  result_delay_ms: delay.default(500),
  /** `timeout`: the work is done, but the time-out address is told. */
  results: z.enum(["result", "timeout"]).default("result"),
  /** How every reversal ends instead of succeeding. */
  reversal_code: code.nullable().default(null),

  /** As in production: addresses for C2B are taken once. */
  register_once: z.boolean().default(false),
})

export type DarajaConfig = z.output<typeof configSchema>
