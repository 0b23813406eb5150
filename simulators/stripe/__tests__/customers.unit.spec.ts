import { refusalOf, startStripe, type StripeBed } from "./bed"

let bed: StripeBed

beforeEach(async () => {
  bed = await startStripe()
})
afterEach(() => bed.close())

const amina = {
  name: "Amina Otieno",
  email: "amina@example.com",
  phone: "+254700000001",
  address: { line1: "Moi Avenue 1", city: "Nairobi", country: "KE" },
}

describe("a customer", () => {
  it("is made, changed, emptied and removed", async () => {
    const { customers } = bed.client
    const { id } = await customers.create(amina)
    expect(id).toMatch(/^cus_\w{14}$/)

    expect(
      await customers.update(id, { name: "Amina O.", phone: "" })
    ).toMatchObject({
      name: "Amina O.",
      phone: null,
      email: "amina@example.com",
      address: { line1: "Moi Avenue 1", postal_code: null },
    })
    expect(await customers.del(id)).toEqual({
      id,
      object: "customer",
      deleted: true,
    })
    expect(await customers.retrieve(id)).toMatchObject({ deleted: true })
    expect(await refusalOf(customers.update(id, {}))).toMatchObject({
      statusCode: 404,
      code: "resource_missing",
    })
    expect(await bed.events()).toEqual([
      "customer.created",
      "customer.updated",
      "customer.deleted",
    ])
  })

  it("needs a real e-mail address", async () => {
    expect(
      await refusalOf(bed.client.customers.create({ email: "amina" }))
    ).toMatchObject({ code: "email_invalid", param: "email" })
  })
})

describe("a saved card", () => {
  it("is attached, listed, used and detached", async () => {
    const { customers, paymentMethods } = bed.client
    const { id: customer } = await customers.create(amina)
    const card = await paymentMethods.attach("pm_card_visa", { customer })
    expect(card.card).toMatchObject({ brand: "visa", last4: "4242" })

    const saved = await customers.listPaymentMethods(customer, { limit: 100 })
    expect(saved.data.map(({ id }) => id)).toEqual([card.id])

    const { id } = await bed.intent({ customer, payment_method: card.id })
    expect((await bed.client.paymentIntents.confirm(id)).status).toBe(
      "requires_capture"
    )

    expect((await paymentMethods.detach(card.id)).customer).toBeNull()
    expect((await customers.listPaymentMethods(customer)).data).toEqual([])
    expect((await refusalOf(paymentMethods.detach(card.id))).message).toContain(
      "is not attached to a customer"
    )
  })

  it("belongs to one customer", async () => {
    const { customers, paymentMethods } = bed.client
    const { id: customer } = await customers.create(amina)
    const { id: other } = await customers.create({ name: "Other" })
    const card = await paymentMethods.attach("pm_card_visa", { customer })

    expect(
      await refusalOf(paymentMethods.attach(card.id, { customer: other }))
    ).toMatchObject({ code: "payment_method_unexpected_state" })
    expect(
      await refusalOf(bed.intent({ customer: other, payment_method: card.id }))
    ).toMatchObject({ param: "payment_method" })
  })

  it("is kept by a payment that asks for it", async () => {
    const { id: customer } = await bed.client.customers.create(amina)
    const { id } = await bed.intent({
      customer,
      setup_future_usage: "off_session",
    })

    await bed.client.paymentIntents.confirm(id, {
      payment_method: "pm_card_visa",
    })

    const saved = await bed.client.customers.listPaymentMethods(customer)
    expect(saved.data).toHaveLength(1)
  })

  it("is kept by a setup intent", async () => {
    const { id: customer } = await bed.client.customers.create(amina)
    const intent = await bed.client.setupIntents.create({
      customer,
      payment_method_types: ["card"],
    })
    expect(intent.status).toBe("requires_payment_method")

    const kept = await bed.client.setupIntents.confirm(intent.id, {
      payment_method: "pm_card_visa",
    })

    expect(kept.status).toBe("succeeded")
    const saved = await bed.client.customers.listPaymentMethods(customer)
    expect(saved.data.map(({ id }) => id)).toEqual([kept.payment_method])
    expect(
      await refusalOf(bed.client.setupIntents.cancel(intent.id))
    ).toMatchObject({ code: "setup_intent_unexpected_state" })
  })

  it("is not kept when the bank declines", async () => {
    const { id: customer } = await bed.client.customers.create(amina)
    const declined = bed.client.setupIntents.create({
      customer,
      confirm: true,
      payment_method: "pm_card_chargeDeclined",
      payment_method_types: ["card"],
    })

    expect(await refusalOf(declined)).toMatchObject({
      type: "StripeCardError",
      code: "card_declined",
    })
    const saved = await bed.client.customers.listPaymentMethods(customer)
    expect(saved.data).toEqual([])
  })

  it.each([
    ["4242424242424241", "12", "34", "incorrect_number"],
    ["4242424242424242", "13", "34", "invalid_expiry_month"],
    ["4242424242424242", "12", "20", "invalid_expiry_year"],
  ])("%s, %s/%s, is no card: %s", async (number, month, year, code) => {
    const reply = await bed.form("POST", "/v1/payment_methods", {
      type: "card",
      "card[number]": number,
      "card[exp_month]": month,
      "card[exp_year]": year,
    })

    expect(reply.status).toBe(402)
    expect(await reply.json()).toMatchObject({ error: { code } })
  })
})

describe("3-D Secure", () => {
  const secure = "pm_card_authenticationRequired"
  const home = "http://shop.test/return?cart=1"

  async function waiting(payment_method = secure) {
    const { id } = await bed.intent()
    const intent = await bed.client.paymentIntents.confirm(id, {
      payment_method,
      return_url: home,
    })
    expect(intent.status).toBe("requires_action")
    return {
      id,
      bank: new URL(String(intent.next_action?.redirect_to_url?.url)).pathname,
    }
  }
  const statusOf = async (id: string) =>
    (await bed.client.paymentIntents.retrieve(id)).status

  it("shows the bank's page and goes back when it is passed", async () => {
    const { id, bank } = await waiting()

    const page = await bed.form("GET", bank)
    expect(await page.text()).toContain("<strong>50.00 USD</strong>")
    const back = await bed.form("POST", bank, { result: "pass" })

    expect(back.status).toBe(303)
    expect(back.headers.get("location")).toMatch(
      new RegExp(
        `^http://shop.test/return\\?cart=1&payment_intent=${id}&payment_intent_client_secret=.+&redirect_status=succeeded$`
      )
    )
    expect(await statusOf(id)).toBe("requires_capture")
  })

  it("can be failed, and is answered once", async () => {
    const { id, bank } = await waiting()

    await bed.form("POST", bank, { result: "fail" })

    expect(await statusOf(id)).toBe("requires_payment_method")
    expect((await bed.form("POST", bank, { result: "pass" })).status).toBe(400)
    expect(await statusOf(id)).toBe("requires_payment_method")
  })

  it("does not fill an empty account", async () => {
    const { id, bank } = await waiting(
      "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds"
    )

    await bed.form("POST", bank, { result: "pass" })

    expect(await bed.client.paymentIntents.retrieve(id)).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { decline_code: "insufficient_funds" },
    })
  })

  it("cannot be passed by a customer who is not there", async () => {
    const refusal = await refusalOf(
      bed.intent({ confirm: true, off_session: true, payment_method: secure })
    )

    expect(refusal).toMatchObject({
      type: "StripeCardError",
      code: "authentication_required",
    })
  })

  it("also guards a saved card", async () => {
    const intent = await bed.client.setupIntents.create({
      confirm: true,
      payment_method: secure,
      payment_method_types: ["card"],
      return_url: home,
    })
    const bank = `/stripe/authenticate/${intent.id}`

    expect((await bed.form("POST", bank, { result: "pass" })).status).toBe(303)
    expect((await bed.client.setupIntents.retrieve(intent.id)).status).toBe(
      "succeeded"
    )
  })
})
