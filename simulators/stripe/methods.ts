import { createHash } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import { type Account, page, randomId } from "./account"
import { cardByNumber, cardByToken, type TestCard } from "./cards"
import { invalid, missing, StripeError } from "./errors"
import type { Form } from "./form"
import {
  addressFields,
  integer,
  mergeMetadata,
  metadata,
  nested,
  readParams,
  text,
  toAddress,
} from "./params"
import type { KeptMethod, PaymentMethod } from "./types"

const billing = z.strictObject({
  address: addressFields.optional(),
  email: text.optional(),
  name: text.optional(),
  phone: text.optional(),
})

const card = z.union([
  z.strictObject({ token: text }),
  z.strictObject({
    number: text,
    exp_month: integer,
    exp_year: integer,
    cvc: text.optional(),
  }),
])

/** As `payment_method_data` and as the body of `POST /v1/payment_methods`. */
export const methodShape = {
  type: z.literal("card", "This stand-in takes cards only"),
  card,
  billing_details: billing.optional(),
  metadata: metadata.optional(),
  allow_redisplay: text.optional(),
  // What Stripe.js adds; it changes nothing here.
  guid: text.optional(),
  muid: text.optional(),
  sid: text.optional(),
  referrer: text.optional(),
  time_on_page: text.optional(),
  payment_user_agent: text.optional(),
  client_attribution_metadata: nested.optional(),
}
export const methodData = z.strictObject(methodShape)

function build(
  account: Account,
  test: TestCard,
  details: z.output<typeof billing> = {},
  expiry = { exp_month: 12, exp_year: 2034 }
): KeptMethod {
  const type = test.type ?? "card"
  const method: PaymentMethod = {
    id: randomId("pm"),
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: {
      address: toAddress(details.address),
      email: details.email || null,
      name: details.name || null,
      phone: details.phone || null,
    },
    ...(type === "card"
      ? {
          card: {
            brand: test.brand,
            checks: {
              address_line1_check: null,
              address_postal_code_check: null,
              cvc_check: "pass",
            },
            country: "US",
            ...expiry,
            fingerprint: createHash("sha256")
              .update(test.number)
              .digest("base64url")
              .slice(0, 16),
            funding: "credit",
            last4: test.number.slice(-4),
          },
        }
      : {}),
    created: account.now(),
    customer: null,
    livemode: false,
    metadata: {},
    type,
  }
  return account.methods.set(method.id, { method, outcome: test.outcome })
}

function checkExpiry(
  account: Account,
  { exp_month, exp_year }: { exp_month: number; exp_year: number }
) {
  const year = exp_year < 100 ? 2000 + exp_year : exp_year
  const isMonth = exp_month >= 1 && exp_month <= 12
  if (!isMonth || Date.UTC(year, exp_month, 1) <= account.clock.now()) {
    throw new StripeError(402, {
      type: "card_error",
      code: isMonth ? "invalid_expiry_year" : "invalid_expiry_month",
      message: `Your card's expiration ${isMonth ? "year" : "month"} is invalid.`,
      param: isMonth ? "exp_year" : "exp_month",
    })
  }
  return { exp_month, exp_year: year }
}

export function createMethod(
  account: Account,
  data: z.output<typeof methodData>
): KeptMethod {
  if ("token" in data.card) {
    const test = cardByToken(data.card.token)
    if (!test) {
      throw missing("token", data.card.token, "card[token]", 400)
    }
    return build(account, test, data.billing_details)
  }
  const test = cardByNumber(data.card.number)
  if (!test) {
    throw new StripeError(402, {
      type: "card_error",
      code: "incorrect_number",
      message:
        "Your card number is incorrect. The stand-in knows Stripe's test cards only.",
      param: "number",
    })
  }
  const expiry = checkExpiry(account, data.card)
  return build(account, test, data.billing_details, expiry)
}

/** A kept method, or a fresh one from a test token such as `pm_card_visa`. */
export function resolveMethod(account: Account, id: string, param: string) {
  const kept = account.methods.find(id)
  if (kept) {
    return kept
  }
  const test = cardByToken(id)
  if (!test) {
    throw missing("PaymentMethod", id, param, param === "id" ? 404 : 400)
  }
  return build(account, test)
}

export function attach(account: Account, id: string, customer: string) {
  const { method } = resolveMethod(account, id, "payment_method")
  account.customer(customer)
  if (method.customer && method.customer !== customer) {
    throw invalid(
      "The payment method you provided has already been attached to a customer.",
      { code: "payment_method_unexpected_state" }
    )
  }
  if (!method.customer) {
    method.customer = customer
    account.emit("payment_method.attached", method, method.id)
  }
  return method
}

export function createMethods(account: Account) {
  const ofCustomer = (customer: string, type?: string) =>
    account.methods
      .all()
      .map(({ method }) => method)
      .filter(
        (method) =>
          method.customer === customer && (!type || method.type === type)
      )
  const paging = {
    type: text.optional(),
    limit: integer.pipe(z.number().min(1).max(100)).optional(),
    starting_after: text.optional(),
  }
  return {
    create(form: Form) {
      const kept = createMethod(account, readParams(methodShape, form))
      kept.method.metadata = mergeMetadata(
        {},
        readParams(methodShape, form).metadata
      )
      return kept.method
    },
    retrieve: (id: string) => resolveMethod(account, id, "id").method,
    list(form: Form) {
      const params = readParams({ ...paging, customer: text }, form)
      account.customer(params.customer)
      return page(
        "/v1/payment_methods",
        ofCustomer(params.customer, params.type ?? "card"),
        { limit: params.limit, after: params.starting_after }
      )
    },
    listOfCustomer(customer: string, form: Form) {
      const params = readParams(
        { ...paging, allow_redisplay: text.optional() },
        form
      )
      account.customer(customer, "id")
      return page(
        `/v1/customers/${customer}/payment_methods`,
        ofCustomer(customer, params.type),
        { limit: params.limit, after: params.starting_after }
      )
    },
    attach(id: string, form: Form) {
      return attach(account, id, readParams({ customer: text }, form).customer)
    },
    detach(id: string, form: Form) {
      readParams({}, form)
      const { method } = account.methods.get(id)
      if (!method.customer) {
        throw invalid(
          "The payment method you provided is not attached to a customer so detachment is impossible."
        )
      }
      method.customer = null
      account.emit("payment_method.detached", method, method.id)
      return method
    },
  }
}
