import { refusalOf, startStripe, type StripeBed } from "./bed"

let bed: StripeBed

beforeEach(async () => {
  bed = await startStripe()
})
afterEach(() => bed.close())

async function paid(payment_method = "pm_card_visa") {
  const { id } = await bed.intent({ capture_method: "automatic" })
  const intent = await bed.client.paymentIntents.confirm(id, {
    payment_method,
    expand: ["latest_charge"],
  })
  return intent.id
}
const refund = (payment_intent: string, amount?: number) =>
  bed.client.refunds.create({ payment_intent, amount })
const chargeOf = async (id: string) => {
  const intent = await bed.client.paymentIntents.retrieve(id, {
    expand: ["latest_charge"],
  })
  return intent.latest_charge
}

describe("a refund", () => {
  it("gives back part after part, and no more than was paid", async () => {
    const id = await paid()

    expect(await refund(id, 1500)).toMatchObject({
      id: expect.stringMatching(/^re_/),
      amount: 1500,
      currency: "usd",
      payment_intent: id,
      status: "succeeded",
    })
    expect(await chargeOf(id)).toMatchObject({
      amount_refunded: 1500,
      refunded: false,
    })
    expect(await refusalOf(refund(id, 3501))).toMatchObject({
      statusCode: 400,
      param: "amount",
    })
    expect((await refund(id)).amount).toBe(3500)
    expect(await chargeOf(id)).toMatchObject({
      amount_refunded: 5000,
      refunded: true,
    })
    expect(await refusalOf(refund(id))).toMatchObject({
      code: "charge_already_refunded",
    })
  })

  it("is told to the shop", async () => {
    await refund(await paid())

    expect((await bed.events()).slice(-2)).toEqual([
      "refund.created",
      "charge.refunded",
    ])
  })

  it("of a part that was captured is bounded by it", async () => {
    const { id } = await bed.intent({ payment_method: "pm_card_visa" })
    await bed.client.paymentIntents.confirm(id)
    await bed.client.paymentIntents.capture(id, { amount_to_capture: 1200 })

    expect((await refusalOf(refund(id, 1201))).param).toBe("amount")
    expect((await refund(id)).amount).toBe(1200)
  })

  it("of money that was not taken is refused", async () => {
    const { id } = await bed.intent({ payment_method: "pm_card_visa" })
    await bed.client.paymentIntents.confirm(id)

    expect((await refusalOf(refund(id))).message).toBe(
      `This PaymentIntent (${id}) does not have a successful charge to refund.`
    )
    expect((await refusalOf(bed.client.refunds.create({}))).code).toBe(
      "parameter_missing"
    )
  })

  it("can fail afterwards, and then the money counts again", async () => {
    const id = await paid("pm_card_refundFail")
    const { id: refundId } = await refund(id)

    bed.clock.advance(2_000)

    expect(await bed.client.refunds.retrieve(refundId)).toMatchObject({
      status: "failed",
      failure_reason: "expired_or_canceled_card",
    })
    expect(await chargeOf(id)).toMatchObject({
      amount_refunded: 0,
      refunded: false,
    })
    expect(await bed.events()).toContain("refund.failed")
  })

  it("can be pending first", async () => {
    const created = await refund(await paid("pm_card_pendingRefund"))
    expect(created.status).toBe("pending")

    bed.clock.advance(2_000)

    expect((await bed.client.refunds.retrieve(created.id)).status).toBe(
      "succeeded"
    )
  })

  it("is listed by its payment", async () => {
    const id = await paid()
    const other = await paid()
    await refund(other)
    const first = await refund(id, 100)
    const second = await refund(id, 200)

    const { data } = await bed.client.refunds.list({ payment_intent: id })

    expect(data.map((row) => row.id)).toEqual([second.id, first.id])
    expect(
      (await bed.client.refunds.update(first.id, { metadata: { a: "1" } }))
        .metadata
    ).toEqual({ a: "1" })
  })
})
