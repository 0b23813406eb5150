import { createHmac } from "node:crypto"
import { call, unique, useShop } from "../support"
import { eventually } from "./mobile-money/bed"

const shop = useShop()

const SECRET = "whsec_simulator"

/** As Stripe signs: the time and the body, under the endpoint's secret. */
function signed(body: object, secret = SECRET) {
  const text = JSON.stringify(body)
  const time = Math.floor(Date.now() / 1000)
  const signature = createHmac("sha256", secret)
    .update(`${time}.${text}`)
    .digest("hex")
  return {
    body: text,
    headers: {
      "content-type": "application/json",
      "stripe-signature": `t=${time},v1=${signature}`,
    },
  }
}

const event = (session: string) => ({
  id: unique("evt"),
  object: "event",
  type: "payment_intent.processing",
  data: {
    object: {
      id: unique("pi"),
      object: "payment_intent",
      amount: 2000,
      amount_received: 0,
      currency: "usd",
      metadata: { session_id: session },
    },
  },
})

const send = (message: { body: string; headers: Record<string, string> }) =>
  call(`${shop.url}/hooks/payment/stripe_stripe`, {
    method: "POST",
    ...message,
  })

const stored = (session: string) =>
  shop.sql<{ state: string; outcome: string | null }>(
    "select state, outcome from provider_event where subject_id = $1",
    [session]
  )

describe("a message of Stripe", () => {
  it("is stored before it is answered, and once however often it comes", async () => {
    const session = unique("payses")
    const message = event(session)

    const replies = await Promise.all(
      Array.from({ length: 10 }, () => send(signed(message)))
    )

    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(await stored(session)).toHaveLength(1)
    await eventually("the message to be worked on", async () => {
      const [{ state }] = await stored(session)
      return state === "done"
    })
  })

  it.each([
    ["signed with another secret", (body: object) => signed(body, "whsec_x")],
    [
      "not signed",
      (body: object) => ({
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }),
    ],
    [
      "changed after it was signed",
      (body: object) => {
        const message = signed(body)
        return { ...message, body: message.body.replace("2000", "1") }
      },
    ],
  ])("that is %s is refused before anything is stored", async (_, forge) => {
    const session = unique("payses")

    const reply = await send(forge(event(session)))

    expect([reply.status, reply.body]).toMatchObject([
      400,
      { code: "webhook_not_authentic" },
    ])
    expect(await stored(session)).toEqual([])
  })

  it("for a provider this shop has not is for nobody", async () => {
    const reply = await call(`${shop.url}/hooks/payment/nobody`, { body: {} })

    expect([reply.status, reply.body]).toMatchObject([
      404,
      { code: "route_not_found" },
    ])
  })
})
