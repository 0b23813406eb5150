import { ManualClock } from "../clock"
import { Phones, type PromptAnswer } from "../phones"
import { type Bed, startBed } from "./bed"

const SHOPPER = "254700000001"

describe("a phone", () => {
  let clock: ManualClock
  let phones: Phones
  let changed: string[]
  let answers: PromptAnswer[]

  beforeEach(() => {
    clock = new ManualClock()
    changed = []
    answers = []
    phones = new Phones(clock, (msisdn) => changed.push(msisdn))
  })

  const ask = (msisdn = SHOPPER) =>
    phones.prompt(msisdn, {
      amount: 1500,
      currency: "KES",
      merchant: "Duka",
      reference: "A1",
      expiresInMs: 60_000,
      onAnswer: (answer) => answers.push(answer),
    })

  it("shows nothing before it got anything", () => {
    expect(phones.show("+254 700 000-001")).toEqual({
      msisdn: SHOPPER,
      messages: [],
      prompts: [],
    })
    expect(phones.list()).toEqual([])
  })

  it("is one phone however its number is written", () => {
    phones.message("+254 (700) 000-001", {
      channel: "sms",
      from: "DUKA",
      text: "আপনার অর্ডার",
    })

    expect(phones.show(SHOPPER).messages).toEqual([
      {
        id: expect.stringMatching(/^msg_/),
        channel: "sms",
        from: "DUKA",
        text: "আপনার অর্ডার",
        at: "2026-01-01T00:00:00.000Z",
      },
    ])
    expect(changed).toEqual([SHOPPER])
  })

  it.each(["", "12", "abc", "../../etc", "1".repeat(16)])(
    "cannot have the number %j",
    (msisdn) => {
      expect(() => phones.show(msisdn)).toThrow("is not a phone number")
    }
  )

  it("shows a prompt until it is answered", () => {
    const { id } = ask()
    expect(phones.show(SHOPPER).prompts).toEqual([
      {
        id,
        amount: 1500,
        currency: "KES",
        merchant: "Duka",
        reference: "A1",
        state: "waiting",
        created_at: "2026-01-01T00:00:00.000Z",
        expires_at: "2026-01-01T00:01:00.000Z",
      },
    ])
    expect(phones.isBusy(SHOPPER)).toBe(true)

    phones.answer(SHOPPER, id, { action: "approve", deliver: 3 })

    expect(answers).toEqual([{ action: "approve", deliver: 3 }])
    expect(phones.show(SHOPPER).prompts[0]).toMatchObject({
      state: "answered",
      action: "approve",
    })
    expect(phones.isBusy(SHOPPER)).toBe(false)
  })

  it("lets a prompt expire, and tells once", () => {
    const { id } = ask()

    clock.advance(59_999)
    expect(answers).toEqual([])
    clock.advance(1)

    expect(answers).toEqual([{ action: "timeout", deliver: 1 }])
    expect(phones.show(SHOPPER).prompts[0].state).toBe("expired")
    expect(() =>
      phones.answer(SHOPPER, id, { action: "approve", deliver: 1 })
    ).toThrow("The prompt is already expired.")
    expect(answers).toHaveLength(1)
  })

  it("does not expire a prompt that was answered", () => {
    const { id } = ask()
    phones.answer(SHOPPER, id, { action: "cancel", deliver: 1 })

    clock.advance(120_000)

    expect(answers).toEqual([{ action: "cancel", deliver: 1 }])
    expect(phones.show(SHOPPER).prompts[0].state).toBe("answered")
  })

  it("answers no prompt of another phone", () => {
    const { id } = ask()

    expect(() =>
      phones.answer("254700000002", id, { action: "approve", deliver: 1 })
    ).toThrow(`The phone 254700000002 has no prompt ${id}.`)
    expect(answers).toEqual([])
  })

  it("is listed by its last use, and forgotten after a thousand others", () => {
    ask()
    for (let phone = 0; phone < 1000; phone++) {
      clock.advance(1)
      phones.message(`2547${phone + 10_000_000}`, {
        channel: "sms",
        from: "DUKA",
        text: "Hello",
      })
    }

    expect(phones.list()).toHaveLength(1000)
    expect(phones.list()[0].msisdn).toBe("254710000999")
    expect(phones.show(SHOPPER).prompts).toEqual([])
  })

  it("keeps its last 500 messages", () => {
    for (let count = 1; count <= 510; count++) {
      phones.message(SHOPPER, {
        channel: "sms",
        from: "DUKA",
        text: String(count),
      })
    }

    const { messages } = phones.show(SHOPPER)
    expect(messages).toHaveLength(500)
    expect(messages[0].text).toBe("11")
  })
})

describe("the answer to a prompt", () => {
  let bed: Bed
  let id: string

  beforeEach(async () => {
    bed = await startBed()
    const { body } = await bed.call("POST", `/till/ask/${SHOPPER}`)
    id = String(body.prompt)
  })
  afterEach(() => bed.close())

  const answer = (body: unknown) =>
    bed.call("POST", `/_sim/phones/${SHOPPER}/prompts/${id}`, body)

  it.each(["approve", "cancel", "timeout", "wrong-pin", "no-funds"])(
    "%s reaches the stand-in, which tells the shop",
    async (action) => {
      const { status, body } = await answer({ action })
      await bed.standIn.callbacks.idle()

      expect(status).toBe(200)
      expect(body).toMatchObject({
        id,
        amount: 250,
        merchant: "Duka",
        state: action === "timeout" ? "expired" : "answered",
      })
      expect(bed.shop.events()).toEqual([action])
    }
  )

  it.each([0, 1, 3])("sends the callback %d times", async (deliver) => {
    await answer({ action: "approve", deliver })
    await bed.standIn.callbacks.idle()

    expect(bed.shop.events()).toEqual(Array(deliver).fill("approve"))
  })

  it("is taken once", async () => {
    await answer({ action: "approve" })

    const again = await answer({ action: "cancel" })

    expect(again.status).toBe(409)
    expect(again.body.type).toBe("conflict")
    await bed.standIn.callbacks.idle()
    expect(bed.shop.events()).toEqual(["approve"])
  })

  it.each([
    {},
    { action: "steal" },
    { action: "approve", deliver: -1 },
    { action: "approve", deliver: 1.5 },
    { action: "approve", pin: "1234" },
  ])("cannot be %j", async (body) => {
    expect((await answer(body)).status).toBe(400)
    expect(bed.simulators.phones.isBusy(SHOPPER)).toBe(true)
  })

  it("shows up on an open page", async () => {
    const stop = new AbortController()
    const stream = await fetch(`${bed.simulators.url}/_sim/events`, {
      signal: stop.signal,
    })
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    await reader?.read()

    await answer({ action: "cancel" })

    expect((await reader?.read())?.value).toBe(
      `event: phone\ndata: {"msisdn":"${SHOPPER}"}\n\n`
    )
    stop.abort()
  })
})
