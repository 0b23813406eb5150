import type { CaptureService } from "../captures"
import { StripeService } from "../service"
import { startSimulators } from "../../../../simulators/frame/server"
import { stripe } from "../../../../simulators/stripe"

type Running = Awaited<ReturnType<typeof startSimulators>>

/** What the Payment module has written down about captures, by id. */
let captures: Record<string, string>
let simulators: Running
let provider: StripeService

const captureService: CaptureService = {
  retrieve: (id) =>
    Promise.resolve({
      id,
      raw_amount: { value: captures[id] },
      payment: {
        currency_code: "usd",
        captures: Object.entries(captures).map(([key, value]) => ({
          id: key,
          raw_amount: { value },
        })),
      },
    }),
}

beforeEach(async () => {
  captures = {}
  simulators = await startSimulators({
    standIns: [stripe],
    shopUrl: "http://localhost:1",
  })
  simulators.standIn("stripe").configure({ retry_delays_ms: [] })
  provider = new StripeService(
    { captureService },
    {
      apiKey: "sk_test_simulator",
      webhookSecret: "whsec_simulator",
      simulatorsUrl: simulators.url,
    }
  )
})
afterEach(() => simulators.close())

async function held() {
  const { data, status } = await provider.initiatePayment({
    amount: 50,
    currency_code: "usd",
    data: {
      session_id: "payses_1",
      confirm: true,
      payment_method: "pm_card_visa",
      payment_method_types: ["card"],
    },
    context: { idempotency_key: "payses_1" },
  })
  expect(status).toBe("authorized")
  return data
}

const capture = (
  data: Record<string, unknown> | undefined,
  idempotency_key?: string
) => provider.capturePayment({ data, context: { idempotency_key } })

const received = { amount_capturable: 0, status: "succeeded" }

it("takes the amount of the capture it is asked for", async () => {
  const data = await held()
  captures = { capt_1: "12.34" }

  expect(await capture(data, "capt_1")).toMatchObject({
    data: { ...received, amount_received: 1234 },
  })
})

it("takes everything when no capture is named", async () => {
  expect(await capture(await held())).toMatchObject({
    data: { ...received, amount_received: 5000 },
  })
})

it("counts money that Stripe has taken already", async () => {
  const data = await held()
  await capture(data)
  captures = { capt_1: "50" }

  expect(await capture(data, "capt_1")).toMatchObject({
    data: { ...received, amount_received: 5000 },
  })
})

it("does not count it twice", async () => {
  const data = await held()
  captures = { capt_1: "20" }
  await capture(data, "capt_1")
  captures = { capt_1: "20", capt_2: "20" }

  await expect(capture(data, "capt_2")).rejects.toMatchObject({
    type: "not_allowed",
    message:
      "Stripe has captured 20 USD of this payment and released the rest, so no more can be captured. Ask the customer for a new payment.",
  })
})

it("says what Stripe refuses, as the caller's mistake", async () => {
  const data = await held()
  captures = { capt_1: "50.01" }

  await expect(capture(data, "capt_1")).rejects.toMatchObject({
    type: "not_allowed",
    message:
      "Stripe refuses this: The amount_to_capture you provided (5001) is greater than the amount capturable (5000).",
  })
  await expect(
    provider.refundPayment({ amount: 1, data })
  ).rejects.toMatchObject({ type: "not_allowed" })
})

it("does not blame the caller for an outage", async () => {
  const data = await held()
  captures = { capt_1: "50" }
  simulators.standIn("stripe").faults.set([
    {
      fault: "html",
      status: 403,
      processed: false,
      times: "always",
      skip: 0,
      match: { on: "request" },
    },
  ])

  await expect(capture(data, "capt_1")).rejects.not.toHaveProperty(
    "type",
    "not_allowed"
  )
})
