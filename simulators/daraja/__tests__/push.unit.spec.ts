import { type DarajaBed, SHOPPER, startDaraja } from "./bed"

let bed: DarajaBed

beforeEach(async () => {
  bed = await startDaraja()
})
afterEach(() => bed.close())

describe("a prompt", () => {
  it("asks the shopper, and tells nobody yet", async () => {
    const accepted = await bed.push()

    expect(accepted).toEqual({
      outcome: "accepted",
      merchantRequestId: expect.stringMatching(/^\d{5}-\d{8}-1$/),
      checkoutRequestId: expect.stringMatching(/^ws_CO_20270101003005\d{12}$/),
      customerMessage: "Success. Request accepted for processing",
    })
    expect(bed.prompts()).toEqual([
      {
        id: expect.any(String),
        amount: 1500,
        currency: "KES",
        merchant: "Duka",
        reference: "ORD1001",
        state: "waiting",
        created_at: "2026-12-31T21:30:05.000Z",
        expires_at: "2026-12-31T21:31:05.000Z",
      },
    ])
    expect(await bed.callbacks()).toEqual([])
    expect(bed.messages()).toEqual([])
  })

  it("that is approved is paid, with a message on the phone", async () => {
    const { merchantRequestId, checkoutRequestId } = await bed.push()
    bed.clock.advance(12_000)

    expect(await bed.answer("approve")).toBe(200)

    const [callback] = await bed.callbacks()
    expect(callback).toEqual({
      outcome: "paid",
      merchantRequestId,
      checkoutRequestId,
      code: "0",
      description: "The service request is processed successfully.",
      receipt: expect.stringMatching(/^[A-Z][A-Z0-9]{9}$/),
      amount: 1500,
      phone: SHOPPER,
      paidAt: new Date("2026-12-31T21:30:17Z"),
    })
    const { receipt } = callback as { receipt: string }
    expect(bed.messages()).toEqual([
      `${receipt} Confirmed. Ksh1,500.00 sent to Duka for account ORD1001 on 1/1/27 at 12:30 AM. Transaction cost, Ksh0.00.`,
    ])
  })

  it.each([
    ["cancel", "1032", "cancelled"],
    ["timeout", "1037", "timeout"],
    ["wrong-pin", "2001", "wrong-pin"],
    ["no-funds", "1", "insufficient-funds"],
  ] as const)("that ends with %s is code %s", async (action, code, reason) => {
    const { checkoutRequestId } = await bed.push()

    await bed.answer(action)

    expect(await bed.callbacks()).toMatchObject([
      { outcome: "failed", checkoutRequestId, code, reason },
    ])
    expect(await bed.rawCallbacks()).toMatchObject([
      { Body: { stkCallback: { ResultCode: Number(code) } } },
    ])
    expect(JSON.stringify(await bed.rawCallbacks())).not.toContain("Metadata")
    expect(bed.messages()).toEqual([])
  })

  it("that nobody answers for a minute has timed out", async () => {
    await bed.push()

    bed.clock.advance(59_999)
    expect(await bed.callbacks()).toEqual([])
    bed.clock.advance(1)

    expect(await bed.callbacks()).toMatchObject([{ code: "1037" }])
  })

  it.each([0, 1, 4])("is told of %d times", async (deliver) => {
    await bed.push()

    await bed.answer("approve", deliver)

    const callbacks = await bed.callbacks()
    expect(callbacks).toHaveLength(deliver)
    expect(new Set(callbacks.map((one) => JSON.stringify(one))).size).toBe(
      Math.min(deliver, 1)
    )
    expect(bed.messages()).toHaveLength(1)
  })

  it("to a till names the till on the phone's message", async () => {
    const client = bed.connect({ till: "5123456" })

    expect((await client.stkPush(bed.order)).outcome).toBe("accepted")
    await bed.answer("approve")

    expect(await bed.callbacks()).toMatchObject([{ outcome: "paid" }])
    expect(bed.messages()[0]).toContain("Ksh1,500.00 paid to Duka. on 1/1/27")
  })
})

describe("no prompt is shown", () => {
  const isUnseen = async (code: string, prompts = 0) => {
    expect((await bed.callbacks()).at(-1)).toMatchObject({
      outcome: "failed",
      code,
    })
    expect(bed.prompts()).toHaveLength(prompts)
  }

  it("while another is open on the phone", async () => {
    await bed.push()
    await bed.push({ amount: 20 })

    await isUnseen("1001", 1)
    expect(await bed.answer("approve")).toBe(200)
    expect(await bed.callbacks()).toMatchObject([
      { code: "1001" },
      { code: "0", amount: 1500 },
    ])
  })

  it("for the same amount within two minutes of paying it", async () => {
    await bed.push()
    await bed.answer("approve")
    bed.clock.advance(119_999)
    await bed.push()
    await isUnseen("17", 1)

    bed.clock.advance(1)
    await bed.push()

    expect(bed.prompts()).toHaveLength(2)
  })

  it("when the receiver is not the short code's", async () => {
    await bed.connect({ till: "9999999" }).stkPush(bed.order)

    await isUnseen("2028")
  })

  it("when it is too long for a phone", async () => {
    await bed.config({ merchant: "Duka".repeat(40) })
    await bed.push()

    await isUnseen("1025")
  })

  it.each(["1019", "8006", "SFC_IC0003"])(
    "when every prompt is to end with %s",
    async (code) => {
      await bed.config({ result_code: code })
      await bed.push()

      await isUnseen(code)
    }
  )

  it("when every prompt is to be paid", async () => {
    await bed.config({ result_code: "0" })
    await bed.push()

    expect(await bed.callbacks()).toMatchObject([
      { outcome: "paid", amount: 1500 },
    ])
    expect(bed.prompts()).toEqual([])
    expect(bed.messages()).toHaveLength(1)
  })
})

describe("a callback of a payment", () => {
  const itemsFor = async (change: object) => {
    await bed.config(change)
    await bed.push()
    await bed.answer("approve")
    const [body] = (await bed.rawCallbacks()) as {
      Body: { stkCallback: { CallbackMetadata: { Item: object[] } } }
    }[]
    return body.Body.stkCallback.CallbackMetadata.Item
  }

  it("has numbers, and a balance without a value", async () => {
    expect(await itemsFor({})).toEqual([
      { Name: "Amount", Value: 1500 },
      { Name: "MpesaReceiptNumber", Value: expect.any(String) },
      { Name: "Balance" },
      { Name: "TransactionDate", Value: 20270101003005 },
      { Name: "PhoneNumber", Value: 254712345678 },
    ])
  })

  it.each([
    [{ callback_balance: "value" }, { Name: "Balance", Value: 0 }],
    [
      { callback_phone: "masked" },
      { Name: "PhoneNumber", Value: "254712***678" },
    ],
  ])("with %j has %j", async (change, item) => {
    expect(await itemsFor(change)).toContainEqual(item)
  })

  it("may lack balance and phone", async () => {
    const items = await itemsFor({
      callback_balance: "absent",
      callback_phone: "absent",
    })

    expect(items).toHaveLength(3)
    expect(await bed.callbacks()).toMatchObject([
      { outcome: "paid", phone: null },
    ])
  })

  it("goes to another shop when told so, with the path of the first", async () => {
    await bed.config({ webhook_url: bed.shop.url })
    await bed.push({ callbackUrl: "https://shop.example/hooks/stk/0123abcd" })
    await bed.answer("approve")

    expect(await bed.callbacks()).toHaveLength(1)
  })

  it("never leaves this machine", async () => {
    await bed.push({ callbackUrl: "https://shop.example/hooks/stk/0123abcd" })
    await bed.answer("approve")
    await bed.sim.callbacks.idle()

    expect(bed.shop.heard).toEqual([])
    expect(bed.sim.journal.list().at(-1)).toMatchObject({ outcome: "refused" })
  })
})
