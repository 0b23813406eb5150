import type { SimulatorRequest } from "../frame/http"
import { invalid } from "./errors"
import type { Form } from "./form"

export type Caller = "server" | "browser"

function given(request: SimulatorRequest, form: Form) {
  const [scheme, value = ""] = (request.headers.authorization ?? "").split(" ")
  if (/^bearer$/i.test(scheme)) {
    return value
  }
  if (/^basic$/i.test(scheme)) {
    return Buffer.from(value, "base64").toString("utf8").split(":")[0]
  }
  return typeof form.key === "string" ? form.key : ""
}

function hint(key: string) {
  return key.length > 12
    ? `${key.slice(0, 8)}${"*".repeat(8)}${key.slice(-4)}`
    : "*".repeat(key.length)
}

/** Who calls: a server with a secret key, or a browser with a public one. */
export function identify(request: SimulatorRequest, form: Form): Caller {
  const key = given(request, form)
  if (!key) {
    throw invalid(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
      {},
      401
    )
  }
  if (/^(sk|rk)_test_\w+$/.test(key)) {
    return "server"
  }
  if (/^pk_test_\w+$/.test(key)) {
    return "browser"
  }
  throw invalid(`Invalid API Key provided: ${hint(key)}`, {}, 401)
}

/** What a browser may do, it proves with the client secret of the intent. */
export function checkClientSecret(
  caller: Caller,
  secret: unknown,
  expected: string
) {
  if (secret === undefined && caller === "server") {
    return
  }
  if (secret !== expected) {
    throw invalid(
      "The client_secret provided does not match any associated intent on this account.",
      { code: "resource_missing", param: "client_secret" }
    )
  }
}

export function secretKeyRequired() {
  return invalid(
    "This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.",
    { code: "secret_key_required" },
    403
  )
}

const BROWSER_SEES = [
  "id",
  "object",
  "amount",
  "automatic_payment_methods",
  "canceled_at",
  "cancellation_reason",
  "capture_method",
  "client_secret",
  "confirmation_method",
  "created",
  "currency",
  "description",
  "last_payment_error",
  "last_setup_error",
  "livemode",
  "next_action",
  "payment_method",
  "payment_method_types",
  "processing",
  "receipt_email",
  "setup_future_usage",
  "shipping",
  "source",
  "status",
  "usage",
]

/** Stripe shows a browser neither the metadata nor the customer. */
export function publicView(intent: object) {
  return Object.fromEntries(
    Object.entries(intent).filter(([name]) => BROWSER_SEES.includes(name))
  )
}
