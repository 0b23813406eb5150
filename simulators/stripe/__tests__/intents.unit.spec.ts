import { refusalOf, startStripe, type StripeBed } from "./bed"

let bed: StripeBed

beforeEach(async () => {
  bed = await startStripe()
})
afterEach(() => bed.close())

const intents = () => bed.client.paymentIntents
const confirmed = async (payment_method = "pm_card_visa", change = {}) =>
  intents().confirm((await bed.intent(change)).id, { payment_method })

describe("a payment intent", () => {
  it("begins without a card", async () => {
    const intent = await bed.intent({ metadata: { session_id: "payses_1" } })

    expect(intent).toMatchObject({
      id: expect.stringMatching(/^pi_\w{24}$/),
      object: "payment_intent",
      amount: 5000,
      amount_capturable: 0,
      amount_received: 0,
      capture_method: "manual",
      client_secret: expect.stringMatching(/^pi_\w+_secret_\w+$/),
      currency: "usd",
      livemode: false,
      metadata: { session_id: "payses_1" },
      status: "requires_payment_method",
    })
    expect(await intents().retrieve(intent.id)).toMatchObject({
      id: intent.id,
    })
    expect(await bed.events()).toEqual(["payment_intent.created"])
  })

  it("waits for confirmation once it has a card", async () => {
    const intent = await bed.intent({ payment_method: "pm_card_visa" })

    expect(intent.status).toBe("requires_confirmation")
    expect(intent.payment_method).toMatch(/^pm_\w{24}$/)
  })

  it("is held, then captured whole", async () => {
    const held = await confirmed()
    expect(held).toMatchObject({
      status: "requires_capture",
      amount_capturable: 5000,
      amount_received: 0,
    })

    expect(await intents().capture(held.id)).toMatchObject({
      status: "succeeded",
      amount_capturable: 0,
      amount_received: 5000,
    })
    expect(await bed.events()).toEqual([
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.amount_capturable_updated",
      "charge.captured",
      "payment_intent.succeeded",
    ])
  })

  it("is captured in part, once, and the rest is released", async () => {
    const { id } = await confirmed()

    expect(
      await intents().capture(id, { amount_to_capture: 1200 })
    ).toMatchObject({
      status: "succeeded",
      amount: 5000,
      amount_capturable: 0,
      amount_received: 1200,
    })
    expect(await refusalOf(intents().capture(id))).toMatchObject({
      statusCode: 400,
      code: "payment_intent_unexpected_state",
      message:
        "This PaymentIntent could not be captured because it has already been captured.",
    })
    expect((await intents().retrieve(id)).amount_received).toBe(1200)
  })

  it("is not captured beyond what is held", async () => {
    const { id } = await confirmed()

    expect(
      await refusalOf(intents().capture(id, { amount_to_capture: 5001 }))
    ).toMatchObject({ code: "amount_too_large", param: "amount_to_capture" })
    expect((await intents().retrieve(id)).status).toBe("requires_capture")
  })

  it("is charged at once when it captures automatically", async () => {
    const intent = await confirmed("pm_card_mastercard", {
      capture_method: "automatic",
    })

    expect(intent).toMatchObject({
      status: "succeeded",
      amount_received: 5000,
    })
    expect(await bed.events()).toEqual([
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.succeeded",
    ])
  })

  it("is confirmed once", async () => {
    const { id } = await confirmed()

    const again = await refusalOf(
      intents().confirm(id, { payment_method: "pm_card_visa" })
    )

    expect(again).toMatchObject({
      statusCode: 400,
      code: "payment_intent_unexpected_state",
    })
  })

  it("is not confirmed without a card", async () => {
    const { id } = await bed.intent()

    expect((await refusalOf(intents().confirm(id))).message).toContain(
      "because it's missing a payment method"
    )
  })

  it("needs a return address when its methods may redirect", async () => {
    const { id } = await bed.intent({ payment_method_types: undefined })
    const card = { payment_method: "pm_card_visa" }

    expect((await refusalOf(intents().confirm(id, card))).message).toContain(
      "you must provide a `return_url`"
    )
    expect(
      await intents().confirm(id, { ...card, return_url: "http://shop.test/" })
    ).toMatchObject({ status: "requires_capture" })
  })

  it("waits for a bank debit", async () => {
    const intent = await confirmed("pm_usBankAccount_success", {
      capture_method: "automatic",
      payment_method_types: ["us_bank_account"],
    })
    expect(intent.status).toBe("processing")

    bed.clock.advance(2_000)

    expect((await intents().retrieve(intent.id)).status).toBe("succeeded")
    expect(await bed.events()).toEqual([
      "payment_intent.created",
      "payment_intent.processing",
      "charge.succeeded",
      "payment_intent.succeeded",
    ])
  })

  it("hears late that a bank debit failed", async () => {
    const { id } = await confirmed("pm_usBankAccount_insufficientFunds", {
      capture_method: "automatic",
      payment_method_types: ["us_bank_account"],
    })

    bed.clock.advance(2_000)

    expect(await intents().retrieve(id)).toMatchObject({
      status: "requires_payment_method",
      amount_received: 0,
      last_payment_error: { decline_code: "insufficient_funds" },
    })
  })

  it.each([
    ["pm_card_chargeDeclined", "card_declined", "generic_decline"],
    [
      "pm_card_chargeDeclinedInsufficientFunds",
      "card_declined",
      "insufficient_funds",
    ],
    ["pm_card_visa_chargeDeclinedStolenCard", "card_declined", "stolen_card"],
    ["pm_card_chargeDeclinedExpiredCard", "expired_card", undefined],
    ["pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc", undefined],
    ["pm_card_chargeDeclinedProcessingError", "processing_error", undefined],
  ])("is refused by %s", async (card, code, decline_code) => {
    const { id } = await bed.intent()

    const refusal = await refusalOf(
      intents().confirm(id, { payment_method: card })
    )

    expect(refusal).toMatchObject({
      type: "StripeCardError",
      statusCode: 402,
      code,
      decline_code,
    })
    expect(await intents().retrieve(id)).toMatchObject({
      status: "requires_payment_method",
      payment_method: null,
      amount_capturable: 0,
      last_payment_error: { code },
    })
    expect(await bed.events()).toEqual([
      "payment_intent.created",
      "charge.failed",
      "payment_intent.payment_failed",
    ])
  })

  it("takes another card after a refusal", async () => {
    const { id } = await bed.intent()
    await refusalOf(
      intents().confirm(id, { payment_method: "pm_card_chargeDeclined" })
    )

    expect(
      await intents().confirm(id, { payment_method: "pm_card_visa" })
    ).toMatchObject({ status: "requires_capture", last_payment_error: null })
  })
})

describe("changing an intent", () => {
  it("merges metadata and changes what is named", async () => {
    const { id } = await bed.intent({ metadata: { a: "1", b: "2" } })

    const changed = await intents().update(id, {
      amount: 7000,
      metadata: { a: "", c: "3" },
    })

    expect(changed).toMatchObject({ amount: 7000, currency: "usd" })
    expect(changed.metadata).toEqual({ b: "2", c: "3" })
  })

  it("leaves the sum alone once it is held", async () => {
    const { id } = await confirmed()

    expect(
      await refusalOf(intents().update(id, { amount: 7000 }))
    ).toMatchObject({ code: "payment_intent_unexpected_state" })
    expect(
      await intents().update(id, { metadata: { note: "x" } })
    ).toMatchObject({ amount: 5000, metadata: { note: "x" } })
  })

  it("changes nothing when one parameter is wrong", async () => {
    const { id } = await bed.intent()

    await refusalOf(intents().update(id, { amount: 9000, currency: "zzz" }))

    expect(await intents().retrieve(id)).toMatchObject({
      amount: 5000,
      currency: "usd",
    })
  })
})

describe("cancelling an intent", () => {
  it("releases what is held", async () => {
    const { id } = await confirmed()

    expect(
      await intents().cancel(id, { cancellation_reason: "abandoned" })
    ).toMatchObject({
      status: "canceled",
      amount_capturable: 0,
      cancellation_reason: "abandoned",
    })
    expect(await refusalOf(intents().capture(id))).toMatchObject({
      code: "payment_intent_unexpected_state",
    })
  })

  it("is refused once the money was taken", async () => {
    const { id } = await confirmed()
    await intents().capture(id)

    expect((await refusalOf(intents().cancel(id))).message).toBe(
      "You cannot cancel this PaymentIntent because it has a status of succeeded. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action."
    )
  })
})

describe("a wrong request", () => {
  it.each([
    [{ amount: 49 }, "amount_too_small", "amount"],
    [{ amount: 100_000_000 }, "amount_too_large", "amount"],
    [{ amount: 10.5 }, "parameter_invalid_integer", "amount"],
    [{ amount: -1 }, undefined, "amount"],
    [{ amount: undefined }, "parameter_missing", "amount"],
    [{ currency: "xxx" }, undefined, "currency"],
    [{ customer: "cus_nobody" }, "resource_missing", "customer"],
    [{ payment_method: "pm_none" }, "resource_missing", "payment_method"],
    [{ expand: ["nothing"] }, undefined, "expand"],
    [{ amuont: 5000 }, "parameter_unknown", "amuont"],
  ])("with %j is refused as Stripe does", async (change, code, param) => {
    expect(await refusalOf(bed.intent(change))).toMatchObject({
      type: "StripeInvalidRequestError",
      statusCode: 400,
      code,
      param,
    })
  })

  it("for an intent nobody made is a 404", async () => {
    expect(await refusalOf(intents().retrieve("pi_none"))).toMatchObject({
      statusCode: 404,
      code: "resource_missing",
      message: "No such payment_intent: 'pi_none'",
    })
  })
})
