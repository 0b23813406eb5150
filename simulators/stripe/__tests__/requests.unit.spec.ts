import { parseForm, UnreadableForm } from "../form"
import { refusalOf, startStripe, type StripeBed } from "./bed"

let bed: StripeBed

beforeEach(async () => {
  bed = await startStripe()
})
afterEach(() => bed.close())

const sum = { amount: "5000", currency: "usd" }
const create = (headers = {}, fields = sum) =>
  bed.form("POST", "/v1/payment_intents", fields, headers)
const json = async (reply: Promise<Response>) => {
  const answer = await reply
  return {
    status: answer.status,
    body: (await answer.json()) as Record<string, Record<string, unknown>>,
    headers: answer.headers,
  }
}

describe("a key", () => {
  it.each([
    ["none", "", "You did not provide an API key."],
    [
      "a live one",
      "Bearer sk_live_1234567890",
      "Invalid API Key provided: sk_live_********7890",
    ],
    ["nonsense", "Bearer abc", "Invalid API Key provided: ***"],
  ])("that is %s is a 401", async (_, authorization, message) => {
    const { status, body } = await json(create({ authorization }))

    expect(status).toBe(401)
    expect(body.error.type).toBe("invalid_request_error")
    expect(body.error.message).toContain(message)
  })

  it("may come as Basic auth, as curl -u sends it", async () => {
    const basic = Buffer.from("sk_test_simulator:").toString("base64")

    expect((await create({ authorization: `Basic ${basic}` })).status).toBe(200)
  })

  it("of a browser makes no intent", async () => {
    const { status, body } = await json(
      create({ authorization: "Bearer pk_test_1" })
    )

    expect(status).toBe(403)
    expect(body.error.code).toBe("secret_key_required")
  })
})

describe("a browser", () => {
  const browser = { authorization: "Bearer pk_test_1" }

  it("confirms with the client secret, and sees what it may see", async () => {
    const intent = await bed.intent({ metadata: { session_id: "payses_1" } })

    const { status, body, headers } = await json(
      bed.form(
        "POST",
        `/v1/payment_intents/${intent.id}/confirm`,
        {
          client_secret: String(intent.client_secret),
          "payment_method_data[type]": "card",
          "payment_method_data[card][number]": "4242 4242 4242 4242",
          "payment_method_data[card][exp_month]": "12",
          "payment_method_data[card][exp_year]": "34",
          "payment_method_data[card][cvc]": "123",
        },
        browser
      )
    )

    expect(status).toBe(200)
    expect(body).toMatchObject({ id: intent.id, status: "requires_capture" })
    expect(body).not.toHaveProperty("metadata")
    expect(body).not.toHaveProperty("latest_charge")
    expect(headers.get("access-control-allow-origin")).toBe("*")
  })

  it.each([undefined, "pi_wrong_secret_1"])(
    "cannot with the client secret %s",
    async (client_secret) => {
      const { id } = await bed.intent()

      const { status, body } = await json(
        bed.form(
          "POST",
          `/v1/payment_intents/${id}/confirm`,
          {
            payment_method: "pm_card_visa",
            ...(client_secret ? { client_secret } : {}),
          },
          browser
        )
      )

      expect(status).toBe(400)
      expect(body.error.param).toBe("client_secret")
      expect((await bed.client.paymentIntents.retrieve(id)).status).toBe(
        "requires_payment_method"
      )
    }
  )

  it("asks first, as browsers do", async () => {
    const reply = await bed.form("OPTIONS", "/v1/payment_intents")

    expect(reply.status).toBe(204)
    expect(reply.headers.get("access-control-allow-headers")).toContain(
      "authorization"
    )
  })
})

describe("an idempotency key", () => {
  const key = { "idempotency-key": "key-1" }

  it("answers the same request with the same answer", async () => {
    const first = await json(create(key))
    const second = await json(create(key))

    expect(second.body).toEqual(first.body)
    expect(first.headers.get("idempotent-replayed")).toBeNull()
    expect(second.headers.get("idempotent-replayed")).toBe("true")
    expect((await bed.client.paymentIntents.list()).data).toHaveLength(1)
  })

  it("makes one intent of ten requests at once", async () => {
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => json(create(key)))
    )

    expect(new Set(replies.map(({ body }) => String(body.id))).size).toBe(1)
    expect(await bed.events()).toEqual(["payment_intent.created"])
  })

  it("refuses another request", async () => {
    await create(key)

    const { status, body } = await json(create(key, { ...sum, amount: "6000" }))

    expect(status).toBe(400)
    expect(body.error.type).toBe("idempotency_error")
  })

  it("repeats a decline, and forgets a mistake", async () => {
    const { id } = await bed.intent()
    const confirm = (payment_method: string, idempotencyKey: string) =>
      refusalOf(
        bed.client.paymentIntents.confirm(
          id,
          { payment_method },
          { idempotencyKey }
        )
      )
    await confirm("pm_card_chargeDeclined", "key-2")
    await confirm("pm_card_chargeDeclined", "key-2")
    expect(
      (await bed.events()).filter((type) => type === "charge.failed")
    ).toHaveLength(1)

    await create(key, { ...sum, currency: "zzz" })
    expect((await create(key)).status).toBe(200)
  })

  it("is forgotten after a day", async () => {
    const first = await json(create(key))
    bed.clock.advance(86_400_000)

    expect((await json(create(key))).body.id).not.toBe(first.body.id)
  })

  it("that is too long is refused", async () => {
    const { status } = await create({ "idempotency-key": "k".repeat(256) })

    expect(status).toBe(400)
  })
})

describe("a body", () => {
  it("that is JSON is refused", async () => {
    const { status, body } = await json(
      create({ "content-type": "application/json" })
    )

    expect(status).toBe(400)
    expect(body.error.message).toContain("application/x-www-form-urlencoded")
  })

  it.each(["a[__proto__][x]=1", "[x]=1", "a[[b]]=1", "a[b=1"])(
    "of %s is refused",
    async (fields) => {
      expect(
        (await bed.form("POST", "/v1/payment_intents", fields)).status
      ).toBe(400)
      expect({}).not.toHaveProperty("x")
    }
  )

  it.each([
    ["a=1&b=2", { a: "1", b: "2" }],
    ["a[b][c]=1", { a: { b: { c: "1" } } }],
    ["a[]=1&a[]=2", { a: ["1", "2"] }],
    ["a[0][b]=1&a[1][b]=2", { a: [{ b: "1" }, { b: "2" }] }],
    ["a=", { a: "" }],
    ["", {}],
  ])("of %j is read as %j", (text, form) => {
    expect(parseForm(text)).toEqual(form)
  })

  it("too deep or too long is not read", () => {
    expect(() => parseForm(`a${"[b]".repeat(20)}=1`)).toThrow(UnreadableForm)
    expect(() => parseForm("a=1&".repeat(1001))).toThrow(UnreadableForm)
  })
})

it("answers an unknown address as Stripe does", async () => {
  const { status, body } = await json(bed.form("GET", "/v1/nothing"))

  expect(status).toBe(404)
  expect(body.error.message).toBe(
    "Unrecognized request URL (GET: /v1/nothing)."
  )
})
