import { startStripe, type StripeBed } from "./bed"

let bed: StripeBed

beforeEach(async () => {
  bed = await startStripe()
})
afterEach(() => bed.close())

const signatureOf = (index: number) =>
  String(bed.shop.heard[index].headers["stripe-signature"])

describe("a webhook", () => {
  it("passes the SDK's own check, and no other secret's", async () => {
    const intent = await bed.intent({ metadata: { session_id: "payses_1" } })
    await bed.sim.callbacks.idle()
    const { body, path } = bed.shop.heard[0]

    expect(path).toBe("/hooks/payment/stripe_stripe")
    const event = bed.client.webhooks.constructEvent(
      body,
      signatureOf(0),
      "whsec_simulator"
    )
    expect(event).toMatchObject({
      object: "event",
      api_version: "2024-04-10",
      type: "payment_intent.created",
      livemode: false,
      data: { object: { id: intent.id, metadata: { session_id: "payses_1" } } },
    })
    expect(() =>
      bed.client.webhooks.constructEvent(body, signatureOf(0), "whsec_other")
    ).toThrow("No signatures found matching the expected signature")
    expect(() =>
      bed.client.webhooks.constructEvent(
        body.replace("5000", "1"),
        signatureOf(0),
        "whsec_simulator"
      )
    ).toThrow("No signatures found matching the expected signature")
  })

  it("names the call that caused it", async () => {
    await bed.client.customers.create(
      { email: "amina@example.com" },
      { idempotencyKey: "key-1" }
    )
    await bed.sim.callbacks.idle()

    expect(JSON.parse(bed.shop.heard[0].body)).toMatchObject({
      type: "customer.created",
      request: {
        id: expect.stringMatching(/^req_/),
        idempotency_key: "key-1",
      },
    })
  })

  it("shows the object as it was then", async () => {
    const { id } = await bed.intent()
    await bed.client.paymentIntents.confirm(id, {
      payment_method: "pm_card_visa",
    })
    await bed.sim.callbacks.idle()

    const statuses = bed.shop.heard
      .map(({ body }) => JSON.parse(body) as Record<string, never>)
      .map(({ data }) => (data as { object: { status: string } }).object.status)
    expect(statuses).toEqual([
      "requires_payment_method",
      "succeeded",
      "requires_capture",
    ])
  })

  it("is sent again, newly signed, when the shop is down", async () => {
    bed.shop.answers.push(503)
    await bed.intent()
    await bed.shop.told(1)
    while (bed.sim.journal.list().at(-1)?.outcome !== "failed") {
      await new Promise(setImmediate)
    }

    bed.clock.advance(1_000)
    await bed.sim.callbacks.idle()

    expect(bed.shop.heard).toHaveLength(2)
    expect(bed.shop.heard[1].body).toBe(bed.shop.heard[0].body)
    expect(signatureOf(1)).not.toBe(signatureOf(0))
  })

  it("is kept as an event that can be asked for", async () => {
    await bed.intent()
    await bed.sim.callbacks.idle()
    const sent = JSON.parse(bed.shop.heard[0].body) as { id: string }

    const { data } = await bed.client.events.list({
      type: "payment_intent.created",
    })

    expect(data.map(({ id }) => id)).toEqual([sent.id])
    expect(await bed.client.events.retrieve(sent.id)).toMatchObject({
      id: sent.id,
      pending_webhooks: 0,
    })
  })
})
