import { type Account, page, randomId } from "./account"
import { Charging } from "./charging"
import { checkAmount, checkCurrency } from "./currencies"
import { invalid } from "./errors"
import type { Form } from "./form"
import {
  cancelShape,
  captureShape,
  type ConfirmParams,
  confirmShape,
  type CreateParams,
  createShape,
  listShape,
  type UpdateParams,
  updateShape,
} from "./intent-params"
import { createMethod, resolveMethod } from "./methods"
import { mergeMetadata, readParams } from "./params"
import type { KeptMethod, PaymentIntent, PaymentIntentStatus } from "./types"

const BEFORE_CONFIRMATION: PaymentIntentStatus[] = [
  "requires_payment_method",
  "requires_confirmation",
  "requires_action",
]
const CANCELABLE: PaymentIntentStatus[] = [
  "requires_payment_method",
  "requires_capture",
  "requires_confirmation",
  "requires_action",
]
/** What may change whatever the status is. */
const ALWAYS = new Set([
  "description",
  "metadata",
  "expand",
  "key",
  "receipt_email",
  "shipping",
])

function unexpectedState(intent: PaymentIntent, message: string) {
  return invalid(message, {
    code: "payment_intent_unexpected_state",
    payment_intent: structuredClone(intent),
  })
}

function describeDone({ status }: PaymentIntent) {
  return status === "succeeded" || status === "requires_capture"
    ? "it has already succeeded after being previously confirmed"
    : `it has a status of ${status}`
}

export function createIntents(account: Account) {
  const charging = new Charging(account)

  function blank(params: CreateParams, currency: string): PaymentIntent {
    const id = randomId("pi")
    const automatic = params.automatic_payment_methods
    const isAutomatic =
      automatic?.enabled ?? !params.payment_method_types?.length
    return {
      id,
      object: "payment_intent",
      amount: params.amount,
      amount_capturable: 0,
      amount_details: { tip: {} },
      amount_received: 0,
      application: null,
      application_fee_amount: null,
      automatic_payment_methods: isAutomatic
        ? {
            enabled: true,
            allow_redirects: automatic?.allow_redirects ?? "always",
          }
        : null,
      canceled_at: null,
      cancellation_reason: null,
      capture_method: params.capture_method,
      client_secret: `${id}_${randomId("secret", 25)}`,
      confirmation_method: "automatic",
      created: account.now(),
      currency,
      customer: null,
      description: null,
      last_payment_error: null,
      latest_charge: null,
      livemode: false,
      metadata: {},
      next_action: null,
      on_behalf_of: null,
      payment_method: null,
      payment_method_configuration_details: null,
      payment_method_options: {},
      payment_method_types: isAutomatic
        ? ["card", "us_bank_account"]
        : ["card"],
      processing: null,
      receipt_email: null,
      review: null,
      setup_future_usage: null,
      shipping: null,
      source: null,
      statement_descriptor: null,
      statement_descriptor_suffix: null,
      status: "requires_payment_method",
      transfer_data: null,
      transfer_group: null,
    }
  }

  function useMethod(intent: PaymentIntent, kept: KeptMethod) {
    const { method } = kept
    if (!intent.payment_method_types.includes(method.type)) {
      throw invalid(
        `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types: ${intent.payment_method_types.join(", ")}.`,
        { param: "payment_method" }
      )
    }
    if (method.customer && method.customer !== intent.customer) {
      throw invalid(
        `The provided PaymentMethod cannot be attached. To reuse a PaymentMethod, you must attach it to a Customer first, and name that Customer in the PaymentIntent.`,
        { param: "payment_method" }
      )
    }
    intent.payment_method = method.id
    intent.status = "requires_confirmation"
    intent.next_action = null
  }

  function chosenMethod(params: UpdateParams | ConfirmParams) {
    if (params.payment_method_data) {
      return createMethod(account, params.payment_method_data)
    }
    return params.payment_method
      ? resolveMethod(account, params.payment_method, "payment_method")
      : undefined
  }

  /** Works on a copy that is kept only if every parameter was right. */
  function apply(intent: PaymentIntent, params: UpdateParams) {
    const next = { ...intent }
    const texts = [
      "description",
      "receipt_email",
      "setup_future_usage",
      "statement_descriptor",
      "statement_descriptor_suffix",
    ] as const
    for (const field of texts) {
      next[field] =
        params[field] === undefined ? next[field] : params[field] || null
    }
    if (params.currency !== undefined) {
      next.currency = checkCurrency(params.currency)
    }
    next.amount = params.amount ?? next.amount
    if (params.amount !== undefined || params.currency !== undefined) {
      checkAmount(next.amount, next.currency)
    }
    if (params.customer !== undefined) {
      next.customer = params.customer
        ? account.customer(params.customer).id
        : null
    }
    if (params.payment_method_types?.length) {
      next.payment_method_types = params.payment_method_types
      next.automatic_payment_methods = null
    }
    next.capture_method = params.capture_method ?? next.capture_method
    next.payment_method_options = {
      ...next.payment_method_options,
      ...params.payment_method_options,
    }
    next.shipping =
      params.shipping === undefined ? next.shipping : params.shipping || null
    next.metadata = mergeMetadata(next.metadata, params.metadata)
    const kept = chosenMethod(params)
    if (kept) {
      useMethod(next, kept)
    }
    Object.assign(intent, next)
  }

  function confirm(intent: PaymentIntent, params: ConfirmParams) {
    if (!BEFORE_CONFIRMATION.includes(intent.status)) {
      throw unexpectedState(
        intent,
        `You cannot confirm this PaymentIntent because ${describeDone(intent)}.`
      )
    }
    apply(intent, params)
    if (!intent.payment_method) {
      throw unexpectedState(
        intent,
        "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken."
      )
    }
    const automatic = intent.automatic_payment_methods
    const mayRedirect = automatic?.allow_redirects === "always"
    if (mayRedirect && !params.return_url && !params.use_stripe_sdk) {
      throw invalid(
        `This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a \`return_url\`. If you don't want to accept redirect-based payment methods, set \`automatic_payment_methods[enabled]\` to \`true\` and \`automatic_payment_methods[allow_redirects]\` to \`never\` when creating Setup Intents and Payment Intents.`
      )
    }
    charging.attempt(intent, account.methods.get(intent.payment_method), {
      returnUrl: params.return_url,
      offSession: Boolean(params.off_session),
    })
    return intent
  }

  return {
    create(form: Form) {
      const params = readParams(createShape, form)
      const currency = checkCurrency(params.currency)
      checkAmount(params.amount, currency)
      if (
        params.automatic_payment_methods?.enabled &&
        params.payment_method_types?.length
      ) {
        throw invalid(
          "You may only specify one of these parameters: automatic_payment_methods, payment_method_types."
        )
      }
      const intent = blank(params, currency)
      apply(intent, { ...params, currency })
      account.intents.set(intent.id, intent)
      account.emit("payment_intent.created", intent, intent.id)
      return params.confirm ? confirm(intent, confirmOnly(params)) : intent
    },
    retrieve: (id: string) => account.intents.get(id, "intent", 404),
    update(id: string, form: Form) {
      const intent = account.intents.get(id, "intent", 404)
      const params = readParams(updateShape, form)
      const frozen = Object.keys(form).find((name) => !ALWAYS.has(name))
      if (frozen && !BEFORE_CONFIRMATION.includes(intent.status)) {
        throw unexpectedState(
          intent,
          `This PaymentIntent's ${frozen} could not be updated because it has a status of ${intent.status}. You may only update the ${frozen} of a PaymentIntent with one of the following statuses: ${BEFORE_CONFIRMATION.join(", ")}.`
        )
      }
      apply(intent, params)
      return intent
    },
    confirm(id: string, form: Form) {
      const intent = account.intents.get(id, "intent", 404)
      return confirm(intent, readParams(confirmShape, form))
    },
    capture(id: string, form: Form) {
      const intent = account.intents.get(id, "intent", 404)
      const params = readParams(captureShape, form)
      if (intent.status !== "requires_capture" || !intent.latest_charge) {
        throw unexpectedState(
          intent,
          intent.status === "succeeded"
            ? "This PaymentIntent could not be captured because it has already been captured."
            : `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`
        )
      }
      const amount = params.amount_to_capture ?? intent.amount_capturable
      if (amount > intent.amount_capturable) {
        throw invalid(
          `The amount_to_capture you provided (${amount}) is greater than the amount capturable (${intent.amount_capturable}).`,
          { code: "amount_too_large", param: "amount_to_capture" }
        )
      }
      const charge = account.charges.get(intent.latest_charge)
      charge.captured = true
      charge.amount_captured = amount
      intent.metadata = mergeMetadata(intent.metadata, params.metadata)
      intent.amount_received = amount
      // Whatever was not taken goes back to the card: no second capture.
      intent.amount_capturable = 0
      intent.status = "succeeded"
      account.emit("charge.captured", charge, intent.id)
      account.emit("payment_intent.succeeded", intent, intent.id)
      return intent
    },
    cancel(id: string, form: Form) {
      const intent = account.intents.get(id, "intent", 404)
      const params = readParams(cancelShape, form)
      if (!CANCELABLE.includes(intent.status)) {
        throw unexpectedState(
          intent,
          `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${CANCELABLE.join(", ")}.`
        )
      }
      intent.status = "canceled"
      intent.amount_capturable = 0
      intent.canceled_at = account.now()
      intent.cancellation_reason = params.cancellation_reason ?? null
      intent.next_action = null
      account.emit("payment_intent.canceled", intent, intent.id)
      return intent
    },
    list(form: Form) {
      const params = readParams(listShape, form)
      const rows = account.intents
        .all()
        .filter(
          ({ customer }) => !params.customer || customer === params.customer
        )
      return page("/v1/payment_intents", rows, {
        limit: params.limit,
        after: params.starting_after,
      })
    },
    /** The shopper's answer to 3-D Secure. */
    authenticate(id: string, passed: boolean) {
      const intent = account.intents.get(id)
      if (intent.status !== "requires_action" || !intent.payment_method) {
        throw unexpectedState(
          intent,
          "This PaymentIntent does not wait for authentication."
        )
      }
      const kept = account.methods.get(intent.payment_method)
      const { outcome } = kept
      if (!passed) {
        charging.refuseAuthentication(intent, kept)
      } else if (outcome.kind === "authenticate" && outcome.then) {
        charging.decline(intent, kept, outcome.then)
      } else {
        charging.succeed(intent, kept)
      }
      return intent
    },
  }
}

function confirmOnly(params: CreateParams): ConfirmParams {
  const { off_session, return_url, use_stripe_sdk } = params
  return { off_session, return_url, use_stripe_sdk }
}
