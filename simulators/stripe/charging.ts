import { type Account, randomId } from "./account"
import type { LastError, Outcome } from "./cards"
import { StripeError } from "./errors"
import { attach } from "./methods"
import type { Charge, KeptMethod, PaymentIntent } from "./types"

type Decline = Extract<Outcome, { kind: "decline" }>

const BANK_REFUSAL: Decline = {
  kind: "decline",
  code: "payment_intent_payment_attempt_failed",
  declineCode: "insufficient_funds",
  message:
    "The customer's account has insufficient funds to cover this payment.",
}

/** What the bank decides about an intent, and what follows from it. */
export class Charging {
  constructor(private readonly account: Account) {}

  private charge(
    intent: PaymentIntent,
    { method }: KeptMethod,
    failure?: Decline
  ): Charge {
    const captured = !failure && intent.capture_method !== "manual"
    const charge: Charge = {
      id: randomId("ch"),
      object: "charge",
      amount: intent.amount,
      amount_captured: captured ? intent.amount : 0,
      amount_refunded: 0,
      captured,
      created: this.account.now(),
      currency: intent.currency,
      customer: intent.customer,
      failure_code: failure?.code ?? null,
      failure_message: failure?.message ?? null,
      livemode: false,
      metadata: { ...intent.metadata },
      outcome: failure
        ? {
            network_status: "declined_by_network",
            reason: failure.declineCode ?? failure.code,
            seller_message: "The bank did not return any further details.",
            type: "issuer_declined",
          }
        : {
            network_status: "approved_by_network",
            reason: null,
            seller_message: "Payment complete.",
            type: "authorized",
          },
      paid: !failure,
      payment_intent: intent.id,
      payment_method: method.id,
      payment_method_details: { type: method.type, card: method.card },
      refunded: false,
      status: failure ? "failed" : "succeeded",
    }
    intent.latest_charge = charge.id
    return this.account.charges.set(charge.id, charge)
  }

  private tell(
    type: Parameters<Account["emit"]>[0],
    intent: PaymentIntent,
    object: object = intent
  ) {
    this.account.emit(type, object, intent.id)
  }

  succeed(intent: PaymentIntent, kept: KeptMethod) {
    const charge = this.charge(intent, kept)
    intent.last_payment_error = null
    intent.next_action = null
    if (charge.captured) {
      intent.status = "succeeded"
      intent.amount_received = intent.amount
    } else {
      intent.status = "requires_capture"
      intent.amount_capturable = intent.amount
    }
    if (intent.setup_future_usage && intent.customer) {
      attach(this.account, kept.method.id, intent.customer)
    }
    this.tell("charge.succeeded", intent, charge)
    this.tell(
      charge.captured
        ? "payment_intent.succeeded"
        : "payment_intent.amount_capturable_updated",
      intent
    )
  }

  decline(intent: PaymentIntent, kept: KeptMethod, reason: Decline): LastError {
    const charge = this.charge(intent, kept, reason)
    const error: LastError = {
      type: "card_error",
      code: reason.code,
      ...(reason.declineCode ? { decline_code: reason.declineCode } : {}),
      message: reason.message,
      charge: charge.id,
      payment_method: structuredClone(kept.method),
    }
    this.tell("charge.failed", intent, charge)
    this.fail(intent, error)
    return error
  }

  /** The shopper did not pass, or gave up, 3-D Secure. */
  refuseAuthentication(intent: PaymentIntent, kept: KeptMethod) {
    this.fail(intent, {
      type: "invalid_request_error",
      code: "payment_intent_authentication_failure",
      message:
        "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.",
      payment_method: structuredClone(kept.method),
    })
  }

  private fail(intent: PaymentIntent, error: LastError) {
    intent.status = "requires_payment_method"
    intent.last_payment_error = error
    intent.next_action = null
    intent.payment_method = null
    this.tell("payment_intent.payment_failed", intent)
  }

  private process(
    intent: PaymentIntent,
    kept: KeptMethod,
    then: "succeed" | "fail"
  ) {
    intent.status = "processing"
    intent.next_action = null
    this.tell("payment_intent.processing", intent)
    this.account.clock.after(this.account.processingMs(), () => {
      if (then === "succeed") {
        this.succeed(intent, kept)
      } else {
        this.decline(intent, kept, BANK_REFUSAL)
      }
    })
  }

  /**
   * Asks the bank. A decline changes the intent and is answered with a 402
   * that carries it.
   */
  attempt(
    intent: PaymentIntent,
    kept: KeptMethod,
    options: { returnUrl?: string; offSession: boolean }
  ) {
    const { outcome } = kept
    switch (outcome.kind) {
      case "succeed":
        return this.succeed(intent, kept)
      case "process":
        return this.process(intent, kept, outcome.then)
      case "decline":
        throw declined(intent, this.decline(intent, kept, outcome))
      case "authenticate": {
        if (options.offSession) {
          throw declined(
            intent,
            this.decline(intent, kept, {
              kind: "decline",
              code: "authentication_required",
              declineCode: "authentication_required",
              message:
                "Your card was declined. This transaction requires authentication.",
            })
          )
        }
        const url = this.account.authenticationUrl(intent.id)
        intent.status = "requires_action"
        intent.last_payment_error = null
        intent.next_action = options.returnUrl
          ? {
              type: "redirect_to_url",
              redirect_to_url: { return_url: options.returnUrl, url },
            }
          : {
              type: "use_stripe_sdk",
              use_stripe_sdk: {
                type: "three_d_secure_redirect",
                stripe_js: url,
              },
            }
        this.tell("payment_intent.requires_action", intent)
      }
    }
  }
}

function declined(intent: PaymentIntent, error: LastError) {
  return new StripeError(402, {
    ...error,
    type: "card_error",
    payment_intent: structuredClone(intent),
  })
}
