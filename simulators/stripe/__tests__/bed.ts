import { StripeService } from "../../../src/providers/payment-stripe/service"
import { startShop } from "../../frame/__tests__/bed"
import { ManualClock } from "../../frame/clock"
import { startSimulators } from "../../frame/server"
import { stripe as standIn } from ".."

/** The client the shop itself uses: Stripe's SDK inside Medusa's package. */
class ReachableService extends StripeService {
  readonly client = this.stripe_
}

const noCaptures = {
  retrieve: () => Promise.reject(new Error("No capture is read here.")),
}

export type StripeBed = Awaited<ReturnType<typeof startStripe>>

/** The stand-in, the real SDK that talks to it, and a shop that listens. */
export async function startStripe() {
  const shop = await startShop()
  const clock = new ManualClock(Date.now())
  const simulators = await startSimulators({
    standIns: [standIn],
    shopUrl: shop.url,
    clock,
  })
  const { client } = new ReachableService(
    { captureService: noCaptures },
    {
      apiKey: "sk_test_simulator",
      webhookSecret: "whsec_simulator",
      simulatorsUrl: simulators.url,
    }
  )
  const sim = simulators.standIn("stripe")
  return {
    shop,
    clock,
    sim,
    client,
    url: simulators.url,
    /** The types of all webhooks so far, once they have all arrived. */
    async events() {
      await sim.callbacks.idle()
      return shop.heard.map(
        ({ body }) => (JSON.parse(body) as { type: string }).type
      )
    },
    /** A card intent that needs no return address. */
    intent: (change: Record<string, unknown> = {}) =>
      client.paymentIntents.create({
        amount: 5000,
        currency: "usd",
        capture_method: "manual",
        payment_method_types: ["card"],
        ...change,
      }),
    form: (
      method: string,
      path: string,
      fields: Record<string, string> | string = {},
      headers: Record<string, string> = {}
    ) => {
      const body = new URLSearchParams(fields).toString()
      const isGet = method === "GET"
      return fetch(
        `${simulators.url}${path}${isGet && body ? `?${body}` : ""}`,
        {
          method,
          redirect: "manual",
          headers: {
            authorization: "Bearer sk_test_simulator",
            ...(isGet
              ? {}
              : { "content-type": "application/x-www-form-urlencoded" }),
            ...headers,
          },
          body: isGet ? undefined : body,
        }
      )
    },
    async close() {
      await simulators.close()
      await shop.close()
    },
  }
}

/** The refusal of a call that must not succeed. */
export async function refusalOf(call: Promise<unknown>) {
  const error = await call.then(
    () => Promise.reject(new Error("The call was not refused.")),
    (refusal: unknown) => refusal
  )
  const { type, code, param, statusCode, decline_code, message } =
    error as Record<string, unknown>
  return { type, code, param, statusCode, decline_code, message }
}
