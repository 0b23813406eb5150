import type {
  CapturePaymentInput,
  CapturePaymentOutput,
} from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { type CaptureFacts, type CaptureService, readCapture } from "./captures"
import { type Connection, connectionTo } from "./connection"
import {
  getAmountFromSmallestUnit,
  getSmallestUnit,
  type StripeOptions,
  StripeProviderService,
  StripeSdk,
} from "./upstream"

export type StripeProviderOptions = StripeOptions & {
  /** Where Stripe's local stand-in is; without it, Stripe itself is asked. */
  simulatorsUrl?: string
}

type Dependencies = { captureService: CaptureService }

type StateError = {
  code?: string
  payment_intent?: { status: string; amount_received: number }
}

/**
 * Medusa's Stripe provider with four differences:
 *
 * - it can talk to the stand-in on this machine; nothing but the host differs;
 * - it waits for Stripe for a bounded time;
 * - a partial capture takes the part. Stripe then releases the rest, so a
 *   second capture of the same payment is refused instead of being recorded
 *   although no money moved;
 * - what Stripe refuses is the caller's mistake (400), not the server's (500).
 *
 * Not different: refunds that Stripe rejects later still look refunded.
 */
export class StripeService extends StripeProviderService {
  private readonly dependencies: Dependencies

  constructor(dependencies: Dependencies, options: StripeProviderOptions) {
    super(dependencies, options)
    this.dependencies = dependencies
    const { apiKey, simulatorsUrl } = options
    this.stripe_ = this.connect(apiKey, connectionTo(simulatorsUrl, apiKey))
  }

  private connect(apiKey: string, connection: Connection) {
    const Sdk = StripeSdk as new (
      key: string,
      settings: Connection
    ) => typeof this.stripe_
    return new Sdk(apiKey, connection)
  }

  override async capturePayment(
    input: CapturePaymentInput
  ): Promise<CapturePaymentOutput> {
    const key = input.context?.idempotency_key
    if (!key) {
      return super.capturePayment(input)
    }
    const facts = await readCapture(this.dependencies.captureService, key)
    try {
      const intent = await this.stripe_.paymentIntents.capture(
        String(input.data?.id),
        { amount_to_capture: getSmallestUnit(facts.amount, facts.currency) },
        { idempotencyKey: key }
      )
      return { data: { ...intent } }
    } catch (error) {
      return this.alreadyCaptured(error as Error & StateError, facts)
    }
  }

  /** Money that Stripe has taken already counts, but only as far as it goes. */
  private alreadyCaptured(
    error: Error & StateError,
    { total, currency }: CaptureFacts
  ): CapturePaymentOutput {
    const intent = error.payment_intent
    if (
      error.code !== "payment_intent_unexpected_state" ||
      intent?.status !== "succeeded"
    ) {
      throw this.buildError("The capture failed at Stripe", error)
    }
    if (intent.amount_received < getSmallestUnit(total, currency)) {
      const taken = getAmountFromSmallestUnit(intent.amount_received, currency)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Stripe has captured ${taken} ${currency.toUpperCase()} of this payment and released the rest, so no more can be captured. Ask the customer for a new payment.`
      )
    }
    return { data: { ...intent } }
  }

  protected override buildError(message: string, error: Error): Error {
    const { type } = error as Error & { type?: string }
    return type === "StripeInvalidRequestError" || type === "StripeCardError"
      ? new MedusaError(
          MedusaError.Types.NOT_ALLOWED,
          `Stripe refuses this: ${error.message}`
        )
      : super.buildError(message, error)
  }
}
