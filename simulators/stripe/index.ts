import { AsyncLocalStorage } from "node:async_hooks"
import type { SimulatorReply, SimulatorRequest } from "../frame/http"
import type { Handler, Route } from "../frame/routes"
import { type Behaviour, defineSimulator, type Frame } from "../frame/stand-in"
import { Account, randomId } from "./account"
import { authenticationPage, returnAddress } from "./authentication-page"
import {
  type Caller,
  checkClientSecret,
  identify,
  publicView,
  secretKeyRequired,
} from "./credentials"
import { createCustomers } from "./customers"
import { errorReply, invalid } from "./errors"
import { API_VERSION, configSchema, Events, type StripeConfig } from "./events"
import { expand } from "./expand"
import { type Form, parseForm } from "./form"
import { IdempotencyKeys } from "./idempotency"
import { createIntents } from "./intents"
import { createMethods } from "./methods"
import { createRefunds } from "./refunds"
import { createSetupIntents } from "./setup-intents"

type Call = { id: string; form: Form; caller: Caller; key: string | null }
type Params = Record<string, string>
type Answer = (form: Form, params: Params, caller: Caller) => object

const AUTHENTICATE = "/stripe/authenticate"

/** A storefront on another port confirms from the browser. */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, content-type, stripe-version",
  "access-control-allow-methods": "GET, POST",
}

function readForm(request: SimulatorRequest): Form {
  const query = parseForm(request.query.toString())
  if (request.method === "GET" || request.method === "DELETE") {
    return query
  }
  const type = request.headers["content-type"] ?? ""
  if (request.body && !/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw invalid(
      "Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have questions, we can help at https://support.stripe.com/."
    )
  }
  return { ...query, ...parseForm(request.body) }
}

function build(frame: Frame<StripeConfig>): Behaviour {
  const calls = new AsyncLocalStorage<Call>()
  const keys = new IdempotencyKeys(frame.clock)
  const events = new Events(
    frame.callbacks,
    frame.config,
    frame.shopUrl,
    () => Math.floor(frame.clock.now() / 1000),
    () => {
      const call = calls.getStore()
      return { id: call?.id ?? null, idempotency_key: call?.key ?? null }
    }
  )
  const account = new Account(
    frame.clock,
    (type, object, lane) => events.emit(type, object, lane),
    () => frame.config().processing_ms,
    (id) => `${frame.url()}${AUTHENTICATE}/${id}`
  )
  const intents = createIntents(account)
  const setups = createSetupIntents(account)
  const refunds = createRefunds(account)
  const customers = createCustomers(account)
  const methods = createMethods(account)

  const currentCall = () => {
    const call = calls.getStore()
    if (!call) {
      throw new Error("A Stripe route was reached without `around`.")
    }
    return call
  }

  const route = (
    method: string,
    path: string,
    answer: Answer,
    access: "secret" | "publishable" = "secret"
  ): Route => ({
    method,
    path: `/v1${path}`,
    handle(_, params) {
      const { form, caller } = currentCall()
      if (caller === "browser" && access === "secret") {
        throw secretKeyRequired()
      }
      const paths = Array.isArray(form.expand) ? form.expand.map(String) : []
      const body = expand(account, answer(form, params, caller), paths)
      const isIntent = "client_secret" in body
      return {
        status: 200,
        body: caller === "browser" && isIntent ? publicView(body) : body,
      }
    },
  })

  /** Routes that Stripe.js calls with an intent's client secret. */
  const shared = (
    method: string,
    path: string,
    intentOf: (id: string) => { client_secret: string },
    answer: (id: string, form: Form) => object
  ) =>
    route(
      method,
      path,
      (form, { id }, caller) => {
        const secret = intentOf(id).client_secret
        checkClientSecret(caller, form.client_secret, secret)
        return answer(id, form)
      },
      "publishable"
    )

  const intentRoutes = [
    route("POST", "/payment_intents", (form) => intents.create(form)),
    route("GET", "/payment_intents", (form) => intents.list(form)),
    shared("GET", "/payment_intents/:id", intents.retrieve, intents.retrieve),
    route("POST", "/payment_intents/:id", (form, { id }) =>
      intents.update(id, form)
    ),
    shared(
      "POST",
      "/payment_intents/:id/confirm",
      intents.retrieve,
      intents.confirm
    ),
    route("POST", "/payment_intents/:id/capture", (form, { id }) =>
      intents.capture(id, form)
    ),
    route("POST", "/payment_intents/:id/cancel", (form, { id }) =>
      intents.cancel(id, form)
    ),
    route("POST", "/setup_intents", (form) => setups.create(form)),
    shared("GET", "/setup_intents/:id", setups.retrieve, setups.retrieve),
    shared(
      "POST",
      "/setup_intents/:id/confirm",
      setups.retrieve,
      setups.confirm
    ),
    route("POST", "/setup_intents/:id/cancel", (form, { id }) =>
      setups.cancel(id, form)
    ),
  ]
  const moneyRoutes = [
    route("POST", "/refunds", (form) => refunds.create(form)),
    route("GET", "/refunds", (form) => refunds.list(form)),
    route("GET", "/refunds/:id", (_, { id }) => refunds.retrieve(id)),
    route("POST", "/refunds/:id", (form, { id }) => refunds.update(id, form)),
    route("GET", "/charges/:id", (_, { id }) => account.charges.get(id)),
    route("GET", "/events", (form) => events.list(form)),
    route("GET", "/events/:id", (_, { id }) => events.retrieve(id)),
  ]
  const customerRoutes = [
    route("POST", "/customers", (form) => customers.create(form)),
    route("GET", "/customers/:id", (_, { id }) => customers.retrieve(id)),
    route("POST", "/customers/:id", (form, { id }) =>
      customers.update(id, form)
    ),
    route("DELETE", "/customers/:id", (_, { id }) => customers.remove(id)),
    route("GET", "/customers/:id/payment_methods", (form, { id }) =>
      methods.listOfCustomer(id, form)
    ),
    route(
      "POST",
      "/payment_methods",
      (form) => methods.create(form),
      "publishable"
    ),
    route("GET", "/payment_methods", (form) => methods.list(form)),
    route("GET", "/payment_methods/:id", (_, { id }) => methods.retrieve(id)),
    route("POST", "/payment_methods/:id/attach", (form, { id }) =>
      methods.attach(id, form)
    ),
    route("POST", "/payment_methods/:id/detach", (form, { id }) =>
      methods.detach(id, form)
    ),
  ]

  const bankPage: Handler = (_, { id }) => ({
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: authenticationPage(
      id.startsWith("seti_") ? setups.retrieve(id) : intents.retrieve(id)
    ),
  })
  const bankAnswer: Handler = (request, { id }) => {
    const { result } = parseForm(request.body)
    if (result !== "pass" && result !== "fail") {
      throw invalid("Missing required param: result.", { param: "result" })
    }
    const passed = result === "pass"
    const kind = id.startsWith("seti_") ? setups : intents
    const { next_action: action } = kind.retrieve(id)
    const intent = kind.authenticate(id, passed)
    return action?.type === "redirect_to_url"
      ? {
          status: 303,
          headers: {
            location: returnAddress(
              action.redirect_to_url.return_url,
              intent,
              passed
            ),
          },
        }
      : { status: 200, body: publicView(intent) }
  }

  function serve(
    request: SimulatorRequest,
    id: string,
    next: () => SimulatorReply | Promise<SimulatorReply>
  ): SimulatorReply {
    try {
      const isBank = request.path.startsWith(`${AUTHENTICATE}/`)
      const form = isBank ? {} : readForm(request)
      const caller = isBank ? "browser" : identify(request, form)
      const key = request.headers["idempotency-key"]
      const call = {
        id,
        form,
        caller,
        key: typeof key === "string" ? key : null,
      }
      return keys.run(request, () => {
        try {
          // Every route answers at once; only the frame's type allows later.
          return calls.run(call, next) as SimulatorReply
        } catch (error) {
          return errorReply(error)
        }
      })
    } catch (error) {
      return errorReply(error)
    }
  }

  return {
    routes: [
      ...intentRoutes,
      ...moneyRoutes,
      ...customerRoutes,
      { method: "GET", path: `${AUTHENTICATE}/:id`, handle: bankPage },
      { method: "POST", path: `${AUTHENTICATE}/:id`, handle: bankAnswer },
    ],
    around(request, next) {
      if (request.method === "OPTIONS") {
        return { status: 204, headers: CORS }
      }
      const id = randomId("req", 14)
      const reply = serve(request, id, next)
      return {
        ...reply,
        headers: {
          ...CORS,
          "request-id": id,
          "stripe-version": API_VERSION,
          ...reply.headers,
        },
      }
    },
    refuse: ({ status, message }) =>
      status >= 500
        ? { status, body: { error: { type: "api_error", message } } }
        : errorReply(invalid(message, {}, status)),
    readable: (request) => parseForm(request.body),
  }
}

export const stripe = defineSimulator<StripeConfig>({
  name: "stripe",
  title: "Stripe",
  description:
    "Card payments: intents, captures, refunds, customers, saved cards and signed webhooks, at Stripe's own paths under /v1.",
  matches: ({ path }) => /^\/(v1|stripe)\//.test(path),
  config: configSchema,
  build,
})
