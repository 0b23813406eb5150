import { createHmac } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import type { CallbackSender } from "../frame/callbacks"
import { localUrl } from "../frame/stand-in"
import { type EventType, page, randomId, Table } from "./account"
import type { Form } from "./form"
import { integer, readParams, text } from "./params"

/** The version the SDK inside @medusajs/payment-stripe speaks. */
export const API_VERSION = "2024-04-10"

const delay = z.number().int().min(0).max(86_400_000)

export const configSchema = z.strictObject({
  /** Where webhooks go; by default the route of Medusa's Stripe provider. */
  webhook_url: localUrl.nullable().default(null),
  webhook_secret: z.string().min(1).default("whsec_simulator"),
  /** How long to wait before each further try of a webhook. */
  retry_delays_ms: z
    .array(delay)
    .max(20)
    .default([1_000, 5_000, 30_000, 300_000]),
  timeout_ms: delay.default(10_000),
  /** How long a bank debit or a slow refund takes to settle. */
  processing_ms: delay.default(2_000),
})

export type StripeConfig = z.output<typeof configSchema>

export type StripeEvent = {
  id: string
  object: "event"
  api_version: string
  created: number
  data: { object: object }
  livemode: false
  pending_webhooks: number
  request: { id: string | null; idempotency_key: string | null }
  type: EventType
}

/** `t=…,v1=…`, as Stripe's SDKs check it. */
export function signatureHeader(body: string, secret: string, at: number) {
  const seconds = Math.floor(at / 1000)
  const digest = createHmac("sha256", secret)
    .update(`${seconds}.${body}`)
    .digest("hex")
  return `t=${seconds},v1=${digest}`
}

type Cause = StripeEvent["request"]

/** Writes events down and sends them as signed webhooks. */
export class Events {
  private readonly events = new Table<StripeEvent>("event")

  constructor(
    private readonly callbacks: CallbackSender,
    private readonly config: () => StripeConfig,
    private readonly shopUrl: string,
    private readonly now: () => number,
    /** The call that is being served, if the event comes from one. */
    private readonly cause: () => Cause
  ) {}

  emit(type: EventType, object: object, lane: string) {
    const event: StripeEvent = {
      id: randomId("evt"),
      object: "event",
      api_version: API_VERSION,
      created: this.now(),
      // What it was then: the object itself goes on changing.
      data: { object: structuredClone(object) },
      livemode: false,
      pending_webhooks: 1,
      request: this.cause(),
      type,
    }
    this.events.set(event.id, event)
    const config = this.config()
    void this.callbacks
      .send({
        url:
          config.webhook_url ?? `${this.shopUrl}/hooks/payment/stripe_stripe`,
        body: JSON.stringify(event),
        event: type,
        headers: { "user-agent": "Stripe/1.0 (simulator)" },
        sign: (body, at) => ({
          "stripe-signature": signatureHeader(body, config.webhook_secret, at),
        }),
        lane,
        retryDelays: config.retry_delays_ms,
        timeoutMs: config.timeout_ms,
      })
      .then(({ delivered }) => {
        event.pending_webhooks = delivered ? 0 : 1
      })
  }

  retrieve(id: string) {
    return this.events.get(id)
  }

  list(form: Form) {
    const params = readParams(
      {
        type: text.optional(),
        limit: integer.pipe(z.number().min(1).max(100)).optional(),
        starting_after: text.optional(),
      },
      form
    )
    const rows = this.events
      .all()
      .filter(({ type }) => !params.type || type === params.type)
    return page("/v1/events", rows, {
      limit: params.limit,
      after: params.starting_after,
    })
  }
}
