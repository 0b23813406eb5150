import { darajaFaults } from "../../../simulators/daraja/faults"
import { call, type Shop, unique, useShop } from "../../support"
import {
  type Attempt,
  attemptsOf,
  awaitedOf,
  booksOf,
  eventually,
  passTime,
  phoneOrder,
  promptOn,
  returnsOf,
  stateOf,
} from "./bed"

const shop = useShop()

afterEach(async () => {
  await shop.sim.clearFaults("daraja")
  await shop.sim.config("daraja", { query_says: "truth" })
})

type Placed = Awaited<ReturnType<typeof phoneOrder>>

/** The address the provider was given for the newest question to a phone. */
async function addressOf(phone: string) {
  const asked = (await shop.sim.journal("daraja")).filter(
    ({ direction, body }) =>
      direction === "in" &&
      (body as { PhoneNumber?: string } | undefined)?.PhoneNumber === phone
  )
  return (asked.at(-1)?.body as { CallBackURL: string }).CallBackURL
}

const success = (reference: string, amount: number, receipt: string) => ({
  ResultCode: 0,
  ResultDesc: "The service request is processed successfully.",
  CheckoutRequestID: reference,
  CallbackMetadata: {
    Item: [
      { Name: "Amount", Value: amount },
      { Name: "MpesaReceiptNumber", Value: receipt },
    ],
  },
})

const failure = (reference: string) => ({
  ResultCode: 1032,
  ResultDesc: "Request cancelled by user",
  CheckoutRequestID: reference,
})

/** What Safaricom would say, at the address it was given. */
async function say({ phone }: Placed, attempt: Attempt, words: object) {
  const { pathname } = new URL(await addressOf(phone))
  const [{ request_reference }] = await shop.sql<{ request_reference: string }>(
    "select request_reference from payment_attempt where id = $1",
    [attempt.id]
  )
  const reply = await call(`${shop.url}${pathname}`, {
    body: {
      Body: { stkCallback: { MerchantRequestID: request_reference, ...words } },
    },
  })
  expect(reply.status).toBe(200)
}

const askedOrder = async () => {
  const placed = await phoneOrder(shop)
  const prompt = await promptOn(shop, placed.phone)
  const attempt = await eventually("the answer to the push", async () =>
    (await attemptsOf(shop, placed.order.id)).find(
      ({ provider_reference }) => provider_reference
    )
  )
  return {
    ...placed,
    prompt,
    attempt,
    reference: attempt.provider_reference ?? "",
  }
}

const handled = (attempt: Attempt, count: number) =>
  eventually("the messages to be handled", async () => {
    const rows = await shop.sql<{ state: string; error: string | null }>(
      "select state, error from provider_event where subject_id = $1 order by created_at",
      [attempt.id]
    )
    const over = rows.filter(({ state, error }) => state !== "new" || error)
    return over.length === count && rows
  })

const differencesOf = (from: Pick<Shop, "sql">, attempt: Attempt) =>
  from.sql(
    "select kind, resolved_at from payment_difference where attempt_id = $1",
    [attempt.id]
  )

describe("a message at the right address", () => {
  it("about a prompt nobody was shown is kept for staff, and is not money", async () => {
    const placed = await askedOrder()
    await shop.sim.config("daraja", { query_says: "0" })

    await say(
      placed,
      placed.attempt,
      success("ws_CO_nobody", placed.order.total, "FORGED0001")
    )

    expect(await handled(placed.attempt, 1)).toMatchObject([
      { state: "parked", error: expect.stringContaining("ws_CO_nobody") },
    ])
    expect(await differencesOf(shop, placed.attempt)).toEqual([
      { kind: "orphan", resolved_at: null },
    ])
    expect(await awaitedOf(shop, placed.order.id)).toMatchObject({
      state: "waiting",
    })
    expect(await booksOf(shop, placed.order.id)).toMatchObject({ captured: 0 })
  })

  it.each([-1, -0.01, 1])(
    "about %d shillings more than was asked is looked at, and is not money",
    async (more) => {
      const placed = await askedOrder()
      await shop.sim.config("daraja", { query_says: "0" })
      const { attempt, reference, order } = placed

      await say(
        placed,
        attempt,
        success(reference, order.total + more, "WRONGSUM01")
      )
      await handled(attempt, 1)

      expect(await differencesOf(shop, attempt)).toEqual([
        { kind: "mismatch", resolved_at: null },
      ])
      expect(await attemptsOf(shop, order.id)).toMatchObject([
        { state: "mismatch", receipt: null },
      ])
      expect(await awaitedOf(shop, order.id)).toMatchObject({
        state: "waiting",
        settled_by: null,
      })
      expect(await booksOf(shop, order.id)).toMatchObject({
        captured: 0,
        transactions: 0,
      })
    }
  )
})

describe("messages in any order", () => {
  it.each([
    ["failed, paid, failed", [false, true, false]],
    ["paid, failed", [true, false]],
    ["failed, failed, paid", [false, false, true]],
  ])("%s: the provider's own answer holds", async (_, order) => {
    await shop.sim.faults("daraja", [darajaFaults.lostCallback])
    const placed = await askedOrder()
    const { attempt, phone, prompt, reference } = placed
    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    const { messages } = await shop.sim.phone(phone)
    const receipt = /\b[A-Z0-9]{10}\b/.exec(messages[0].text)?.[0] ?? ""

    for (const [index, paid] of order.entries()) {
      const words = paid
        ? success(reference, placed.order.total, receipt)
        : { ...failure(reference), ResultDesc: `Cancelled ${index}` }
      await say(placed, attempt, words)
      await handled(attempt, index + 1)
    }

    await stateOf(shop, placed.order.id, "paid")
    expect(await attemptsOf(shop, placed.order.id)).toMatchObject([
      { state: "settled", receipt, reason: null },
    ])
    expect(await booksOf(shop, placed.order.id)).toMatchObject({
      status: "pending",
      captured: placed.order.total,
      transactions: placed.order.total,
      refunded: 0,
    })
    expect(await returnsOf(shop, placed.order.id)).toEqual([])
  })
})

describe("a provider that breaks while it is asked", () => {
  const PUSH = "/mpesa/stkpush/v1/processrequest"

  it("leaves the question open, asks nobody twice, and is paid in the end", async () => {
    await shop.sim.faults("daraja", [darajaFaults.lostReply])
    const { order, phone } = await phoneOrder(shop)
    const prompt = await promptOn(shop, phone)
    await eventually("the outcome", async () =>
      (await attemptsOf(shop, order.id)).find(
        ({ state }) => state === "unknown"
      )
    )

    const again = await shop.admin(`/orders/${order.id}/mobile-payment/ask`, {
      body: {},
    })

    expect(again).toMatchObject({ status: 400, body: { code: "prompt_open" } })
    expect((await shop.sim.phone(phone)).prompts).toHaveLength(1)
    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    await stateOf(shop, order.id, "paid")
    expect(await attemptsOf(shop, order.id)).toMatchObject([
      { state: "settled", number: 1 },
    ])
    expect(await booksOf(shop, order.id)).toMatchObject({
      captured: order.total,
    })
  })

  it.each([
    ["a page", { fault: "html", status: 502 }],
    ["an error", { fault: "status", status: 500, body: { oops: true } }],
    [
      "a million letters",
      { fault: "status", status: 503, body: "x".repeat(1_000_000) },
    ],
  ] as const)("with %s does not hold up the order", async (_, fault) => {
    await shop.sim.faults("daraja", [{ ...fault, match: { path: PUSH } }])

    const { order } = await phoneOrder(shop)
    const attempt = await eventually("the outcome", async () =>
      (await attemptsOf(shop, order.id)).find(
        ({ state }) => state !== "created"
      )
    )

    expect(attempt.state).toBe("unknown")
    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "waiting" })
    // After the two minutes the shopper may try again.
    await passTime(shop, order.id, 3)
    expect(
      await shop.admin(`/orders/${order.id}/mobile-payment/ask`, { body: {} })
    ).toMatchObject({ status: 200 })
    expect(await attemptsOf(shop, order.id)).toMatchObject([
      { state: "unknown" },
      { state: "asked" },
    ])
  })
})

describe("a forged announcement of money", () => {
  it.each(["", "0", "0".repeat(48), "%00", "../admin"])(
    "at the address %j is for nobody",
    async (token) => {
      const TransID = unique("FORGED")

      for (const path of ["/hooks/stk/", "/hooks/paybill/"]) {
        const { status } = await call(`${shop.url}${path}${token}`, {
          body: { TransID, TransAmount: "10.00" },
        })
        expect([400, 404]).toContain(status)
      }

      expect(
        await shop.sql(
          "select id from provider_event where body->>'TransID' = $1",
          [TransID]
        )
      ).toEqual([])
    }
  )

  it("for another shop's number is shown to staff, and pays nothing", async () => {
    const { order } = await askedOrder()
    await shop.admin("/mobile-payments/register", {
      body: { driver: "mpesa", phone: "254700000000" },
    })
    const registered = (await shop.sim.journal("daraja")).findLast(({ path }) =>
      path.endsWith("registerurl")
    )
    const { ConfirmationURL } = registered?.body as { ConfirmationURL: string }
    const receipt = `OTHER${String(Date.now()).slice(-5)}`

    const { status } = await call(
      `${shop.url}${new URL(ConfirmationURL).pathname}`,
      {
        body: {
          TransactionType: "Pay Bill",
          TransID: receipt,
          TransTime: "20261121120000",
          TransAmount: String(order.total),
          BusinessShortCode: "999999",
          BillRefNumber: String(order.display_id),
          MSISDN: "2547 ***** 126",
        },
      }
    )

    expect(status).toBe(200)
    await eventually("the message to be handled", async () => {
      const [event] = await shop.sql<{ error: string | null; state: string }>(
        "select state, error from provider_event where body->>'TransID' = $1",
        [receipt]
      )
      return event && (event.state !== "new" || event.error)
    })
    expect(
      await shop.sql(
        `select d.kind, e.state, e.error from payment_difference d
         join provider_event e on e.id = d.reference
         where e.body->>'TransID' = $1`,
        [receipt]
      )
    ).toEqual([
      {
        kind: "orphan",
        state: "parked",
        error: expect.stringContaining("999999"),
      },
    ])
    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "waiting" })
    expect(await booksOf(shop, order.id)).toMatchObject({ captured: 0 })
  })
})
