import { z } from "@medusajs/framework/zod"
import { type Account, randomId } from "./account"
import type { LastError } from "./cards"
import { invalid, StripeError } from "./errors"
import type { Form } from "./form"
import { automaticMethods } from "./intent-params"
import { attach, createMethod, methodData, resolveMethod } from "./methods"
import {
  flag,
  list,
  mergeMetadata,
  metadata,
  nested,
  readParams,
  text,
} from "./params"
import type { SetupIntent } from "./types"

const confirmation = {
  mandate_data: nested.optional(),
  payment_method: text.optional(),
  payment_method_data: methodData.optional(),
  payment_method_options: nested.optional(),
  return_url: z.url().optional(),
  use_stripe_sdk: flag.optional(),
}
const createShape = {
  ...confirmation,
  automatic_payment_methods: automaticMethods.optional(),
  confirm: flag.default(false),
  customer: text.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
  payment_method_types: list.optional(),
  usage: z.enum(["on_session", "off_session"]).default("off_session"),
}
const confirmShape = { ...confirmation, client_secret: text.optional() }

type Confirmation = z.output<z.ZodObject<typeof confirmShape>>

export function createSetupIntents(account: Account) {
  function useMethod(intent: SetupIntent, params: Confirmation) {
    const kept = params.payment_method_data
      ? createMethod(account, params.payment_method_data)
      : params.payment_method
        ? resolveMethod(account, params.payment_method, "payment_method")
        : undefined
    if (kept) {
      intent.payment_method = kept.method.id
      intent.status = "requires_confirmation"
    }
  }

  function keep(intent: SetupIntent) {
    intent.status = "succeeded"
    intent.next_action = null
    if (intent.customer && intent.payment_method) {
      attach(account, intent.payment_method, intent.customer)
    }
    account.emit("setup_intent.succeeded", intent, intent.id)
  }

  function fail(intent: SetupIntent, error: LastError) {
    intent.status = "requires_payment_method"
    intent.payment_method = null
    intent.next_action = null
    intent.last_setup_error = error
    account.emit("setup_intent.setup_failed", intent, intent.id)
  }

  function confirm(intent: SetupIntent, params: Confirmation) {
    if (intent.status === "succeeded" || intent.status === "canceled") {
      throw invalid(
        `You cannot confirm this SetupIntent because it has a status of ${intent.status}.`,
        { code: "setup_intent_unexpected_state" }
      )
    }
    useMethod(intent, params)
    if (!intent.payment_method) {
      throw invalid(
        "You cannot confirm this SetupIntent because it's missing a payment method.",
        { code: "setup_intent_unexpected_state" }
      )
    }
    const { outcome, method } = account.methods.get(intent.payment_method)
    if (outcome.kind === "decline") {
      const error: LastError = {
        type: "card_error",
        code: outcome.code,
        decline_code: outcome.declineCode,
        message: outcome.message,
        payment_method: structuredClone(method),
      }
      fail(intent, error)
      throw new StripeError(402, { ...error })
    }
    if (outcome.kind !== "authenticate") {
      keep(intent)
      return intent
    }
    const url = account.authenticationUrl(intent.id)
    intent.status = "requires_action"
    intent.next_action = params.return_url
      ? {
          type: "redirect_to_url",
          redirect_to_url: { return_url: params.return_url, url },
        }
      : {
          type: "use_stripe_sdk",
          use_stripe_sdk: { type: "three_d_secure_redirect", stripe_js: url },
        }
    account.emit("setup_intent.requires_action", intent, intent.id)
    return intent
  }

  return {
    create(form: Form) {
      const params = readParams(createShape, form)
      const id = randomId("seti")
      const intent: SetupIntent = {
        id,
        object: "setup_intent",
        automatic_payment_methods: params.payment_method_types?.length
          ? null
          : { enabled: true, allow_redirects: "always" },
        cancellation_reason: null,
        client_secret: `${id}_${randomId("secret", 25)}`,
        created: account.now(),
        customer: params.customer ? account.customer(params.customer).id : null,
        description: params.description || null,
        last_setup_error: null,
        livemode: false,
        metadata: mergeMetadata({}, params.metadata),
        next_action: null,
        payment_method: null,
        payment_method_types: params.payment_method_types?.length
          ? params.payment_method_types
          : ["card"],
        status: "requires_payment_method",
        usage: params.usage,
      }
      useMethod(intent, params)
      account.setupIntents.set(id, intent)
      account.emit("setup_intent.created", intent, id)
      return params.confirm ? confirm(intent, params) : intent
    },
    retrieve: (id: string) => account.setupIntents.get(id, "intent", 404),
    confirm(id: string, form: Form) {
      const intent = account.setupIntents.get(id, "intent", 404)
      return confirm(intent, readParams(confirmShape, form))
    },
    cancel(id: string, form: Form) {
      const intent = account.setupIntents.get(id, "intent", 404)
      readParams({ cancellation_reason: text.optional() }, form)
      if (intent.status === "succeeded" || intent.status === "canceled") {
        throw invalid(
          `You cannot cancel this SetupIntent because it has a status of ${intent.status}.`,
          { code: "setup_intent_unexpected_state" }
        )
      }
      intent.status = "canceled"
      intent.next_action = null
      account.emit("setup_intent.canceled", intent, id)
      return intent
    },
    /** The shopper's answer to 3-D Secure. */
    authenticate(id: string, passed: boolean) {
      const intent = account.setupIntents.get(id)
      if (intent.status !== "requires_action") {
        throw invalid("This SetupIntent does not wait for authentication.", {
          code: "setup_intent_unexpected_state",
        })
      }
      if (passed) {
        keep(intent)
      } else {
        fail(intent, {
          type: "invalid_request_error",
          code: "setup_intent_authentication_failure",
          message: "The provided PaymentMethod has failed authentication.",
        })
      }
      return intent
    },
  }
}
