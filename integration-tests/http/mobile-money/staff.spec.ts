import { darajaFaults } from "../../../simulators/daraja/faults"
import { useShop } from "../../support"
import {
  attemptsOf,
  awaitedOf,
  booksOf,
  eventually,
  newPhone,
  paidOrder,
  passTime,
  phoneOrder,
  promptOn,
  returnsOf,
} from "./bed"

const shop = useShop()

afterEach(() => shop.sim.clearFaults("daraja"))

const act = (orderId: string, action: string, body?: object) =>
  shop.admin<Record<string, unknown>>(
    `/orders/${orderId}/mobile-payment/${action}`,
    { method: "POST", body }
  )

describe("asking again", () => {
  it("is refused while the phone may still be asking, and says how long", async () => {
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)

    const reply = await act(order.id, "ask", {})

    expect([reply.status, reply.body]).toMatchObject([
      400,
      {
        code: "prompt_open",
        message: expect.stringMatching(/try again in \d+ seconds/),
      },
    ])
    expect(await attemptsOf(shop, order.id)).toHaveLength(1)
  })

  it("asks another phone when the first one did not pay", async () => {
    const { order, phone } = await phoneOrder(shop)
    const prompt = await promptOn(shop, phone)
    await shop.sim.answer(phone, prompt.id, { action: "no-funds" })
    await shop.sim.idle("daraja")
    await eventually("the failure", async () =>
      (await attemptsOf(shop, order.id)).find(({ state }) => state === "failed")
    )
    await passTime(shop, order.id, 1)
    const other = newPhone()

    const reply = await act(order.id, "ask", { phone: `0${other.slice(3)}` })

    expect(reply.status).toBe(200)
    expect((await promptOn(shop, other)).amount).toBe(order.total)
    const [{ started_by }] = await shop.sql<{ started_by: string }>(
      `select started_by from payment_attempt where phone = $1`,
      [`+${other}`]
    )
    expect(started_by).toMatch(/^user_/)
  })

  it.each([
    [{ phone: "+14155550100" }, "phone_not_supported"],
    [{ phone: "abcdef" }, "invalid_phone"],
  ])("refuses %j", async (body, code) => {
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)

    const reply = await act(order.id, "ask", body)

    expect([reply.status, reply.body]).toMatchObject([400, { code }])
  })

  it("says that an order has no mobile payment", async () => {
    const order = await shop.fixtures.order()

    for (const [action, body] of [
      ["ask", {}],
      ["check", undefined],
      ["return", { way: "reversal" }],
    ] as const) {
      expect(await act(order.id, action, body)).toMatchObject({
        status: 404,
        body: { code: "no_mobile_payment" },
      })
    }
    expect(
      (await shop.admin(`/orders/${order.id}/mobile-payment`)).body
    ).toEqual({ mobile_payment: null })
  })
})

describe("a receipt matched by hand", () => {
  it("counts when the provider confirms the payment", async () => {
    await shop.sim.faults("daraja", [
      darajaFaults.lostCallback,
      darajaFaults.lostAnnouncement,
    ])
    const { order, phone } = await phoneOrder(shop)
    const prompt = await promptOn(shop, phone)
    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    await shop.sim.idle("daraja")
    const [{ id }] = await attemptsOf(shop, order.id)
    const { messages } = await shop.sim.phone(phone)
    const receipt = /\b[A-Z0-9]{10}\b/.exec(messages[0].text)?.[0]

    const reply = await act(order.id, "match", { attempt_id: id, receipt })

    expect(reply.status).toBe(200)
    expect(await attemptsOf(shop, order.id)).toMatchObject([
      { state: "settled", receipt },
    ])
    expect(await booksOf(shop, order.id)).toMatchObject({
      captured: order.total,
    })
  })

  it("changes nothing when the provider does not", async () => {
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)
    const [{ id }] = await attemptsOf(shop, order.id)

    const reply = await act(order.id, "match", {
      attempt_id: id,
      receipt: "MADEUP0001",
    })

    expect([reply.status, reply.body]).toMatchObject([
      400,
      { code: "not_confirmed" },
    ])
    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "waiting" })
    expect(await attemptsOf(shop, order.id)).toMatchObject([{ receipt: null }])
    const story = await shop.admin(`/orders/${order.id}/mobile-payment`)
    expect(JSON.stringify(story.body)).toContain("match_tried")
  })

  it("belongs to one payment only", async () => {
    const paid = await paidOrder(shop)
    const [{ receipt }] = await attemptsOf(shop, paid.order.id)
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)
    const [{ id }] = await attemptsOf(shop, order.id)

    const reply = await act(order.id, "match", { attempt_id: id, receipt })

    expect([reply.status, reply.body]).toMatchObject([
      400,
      { code: "receipt_taken" },
    ])
  })
})

describe("money given back", () => {
  it("is shown as refunded when the provider confirms it, not before", async () => {
    await shop.sim.config("daraja", { result_delay_ms: 1_500 })
    const { order, phone } = await paidOrder(shop)

    const reply = await act(order.id, "return", { way: "reversal" })

    expect(reply.status).toBe(200)
    expect(await returnsOf(shop, order.id)).toMatchObject([{ state: "sent" }])
    expect(await booksOf(shop, order.id)).toMatchObject({ refunded: 0 })
    const back = await eventually("the money to be back", async () =>
      (await returnsOf(shop, order.id)).find(({ refund_id }) => refund_id)
    )
    expect(back).toMatchObject({ state: "done", cause: "refund" })
    expect(await booksOf(shop, order.id)).toMatchObject({
      captured: order.total,
      refunded: order.total,
      transactions: 0,
    })
    expect(JSON.stringify(await shop.sim.phone(phone))).toMatch(/revers/i)
    await shop.sim.config("daraja", { result_delay_ms: 500 })
  })

  it("that fails is a difference for staff, and the order stays paid", async () => {
    await shop.sim.config("daraja", { reversal_code: "1" })
    const { order } = await paidOrder(shop)

    await act(order.id, "return", { way: "reversal" })
    await eventually("the failure", async () =>
      (await returnsOf(shop, order.id)).find(({ state }) => state === "failed")
    )
    await shop.sim.config("daraja", { reversal_code: null })

    expect(await booksOf(shop, order.id)).toMatchObject({ refunded: 0 })
    const { body } = await shop.admin<{
      differences: { id: string; kind: string; order_id: string }[]
    }>("/mobile-payments/differences?kind=return_failed&limit=100")
    const mine = body.differences.filter(
      ({ order_id }) => order_id === order.id
    )
    expect(mine).toHaveLength(1)

    const resolve = () =>
      shop.admin(`/mobile-payments/differences/${mine[0].id}/resolve`, {
        body: { resolution: "Sent by hand, receipt XYZ" },
      })
    expect((await resolve()).body).toMatchObject({
      difference: {
        resolved_by: expect.stringMatching(/^user_/),
        resolution: "Sent by hand, receipt XYZ",
      },
    })
    expect(await resolve()).toMatchObject({
      status: 400,
      body: { code: "already_resolved" },
    })
  })

  it("can be part of it when it was sent by hand, and never more than came", async () => {
    const { order } = await paidOrder(shop)

    const part = await act(order.id, "return", { way: "manual", amount: 100 })
    expect(part.status).toBe(200)
    expect(await booksOf(shop, order.id)).toMatchObject({ refunded: 100 })

    for (const [body, code] of [
      [{ way: "manual", amount: order.total }, "more_than_paid"],
      [{ way: "reversal", amount: 50 }, "reversal_is_whole"],
    ] as const) {
      expect(await act(order.id, "return", body)).toMatchObject({
        status: 400,
        body: { code },
      })
    }
    expect(await booksOf(shop, order.id)).toMatchObject({ refunded: 100 })
  })

  it("is begun once however often it is asked for at the same time", async () => {
    const { order } = await paidOrder(shop)

    const replies = await Promise.all(
      Array.from({ length: 8 }, () =>
        act(order.id, "return", { way: "reversal" })
      )
    )
    await eventually("the money to be back", async () =>
      (await returnsOf(shop, order.id)).find(({ refund_id }) => refund_id)
    )

    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(
      replies.filter(({ body }) => body.code === "already_requested")
    ).toHaveLength(7)
    expect(await returnsOf(shop, order.id)).toHaveLength(1)
    expect(await booksOf(shop, order.id)).toMatchObject({
      refunded: order.total,
    })
  })

  it("does not go past the ledger through core's own refund", async () => {
    const { order } = await paidOrder(shop)
    const [{ id }] = await shop.sql<{ id: string }>(
      `select p.id from payment p join order_payment_collection l
       on l.payment_collection_id = p.payment_collection_id where l.order_id = $1`,
      [order.id]
    )

    const reply = await shop.admin(`/payments/${id}/refund`, {
      body: { amount: order.total },
    })

    expect(reply).toMatchObject({
      status: 400,
      body: { code: "refund_through_mobile_payment" },
    })
    expect(await booksOf(shop, order.id)).toMatchObject({ refunded: 0 })
  })
})

describe("a return nobody answered for", () => {
  type Reconciled = {
    looked_at: Record<string, number>
    left: number
    unread_books: number
    differences: { new: number; open: number }
  }

  const reconcile = async () => {
    const { status, body } = await shop.admin<Reconciled>(
      "/mobile-payments/reconcile",
      { method: "POST" }
    )
    expect(status).toBe(200)
    return body
  }

  it("is found by reconciling, leads to its order, and is ended by staff", async () => {
    const { order } = await paidOrder(shop)
    await shop.sim.faults("daraja", [
      { fault: "drop", match: { on: "callback", event: "reversal.result" } },
    ])
    await act(order.id, "return", { way: "reversal" })
    const [{ id, state }] = await returnsOf(shop, order.id)
    expect(state).toBe("sent")
    const end = (body: object) =>
      shop.admin<{ code?: string }>(`/mobile-payments/returns/${id}/end`, {
        body,
      })
    await shop.sql(
      "update money_return set sent_at = now() - interval '16 minutes' where id = $1",
      [id]
    )

    const first = await reconcile()
    expect(first).toMatchObject({ left: 0, unread_books: 0 })
    expect(first.looked_at.returns).toBeGreaterThanOrEqual(1)
    expect(first.differences.new).toBeGreaterThanOrEqual(1)
    expect(first.differences.open).toBeGreaterThanOrEqual(1)

    const { body } = await shop.admin<{
      differences: { reference: string; order_id: string }[]
    }>("/mobile-payments/differences?kind=return_failed&limit=100")
    expect(
      body.differences.filter(({ reference }) => reference === id)
    ).toMatchObject([{ order_id: order.id }])

    expect(await end({ state: "done" })).toMatchObject({
      status: 400,
      body: { code: "invalid_data", details: [{ field: "note" }] },
    })
    expect(await returnsOf(shop, order.id)).toMatchObject([{ state: "sent" }])
    const note = "Sent by hand, receipt XYZ"
    expect(await end({ state: "done", note })).toMatchObject({
      status: 200,
      body: { money_return: { id, state: "done", amount: order.total } },
    })
    expect(await booksOf(shop, order.id)).toMatchObject({
      refunded: order.total,
    })
    expect(await end({ state: "failed", note })).toMatchObject({
      status: 400,
      body: { code: "already_ended" },
    })
  })
})

describe("the list of mobile payments", () => {
  it("finds by order, receipt and phone, masks phones, and exports", async () => {
    const { order, phone } = await paidOrder(shop)
    const [{ receipt }] = await attemptsOf(shop, order.id)

    for (const q of [`#${order.display_id}`, receipt, phone, phone.slice(4)]) {
      const { body } = await shop.admin<{
        mobile_payments: { order_id: string }[]
      }>(`/mobile-payments?q=${encodeURIComponent(q ?? "")}`)
      expect(body.mobile_payments.map(({ order_id }) => order_id)).toContain(
        order.id
      )
      expect(JSON.stringify(body)).not.toContain(phone.slice(3))
    }
    const csv = await shop.admin<string>(`/mobile-payments/export?q=${receipt}`)
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(csv.body.split("\r\n")).toHaveLength(3)
    expect(csv.body).toContain(`${order.display_id},`)
  })

  it.each([
    ["limit=1000"],
    ["state=nonsense"],
    ["from=yesterday"],
    ["unknown=1"],
  ])("refuses %s", async (query) => {
    expect((await shop.admin(`/mobile-payments?${query}`)).status).toBe(400)
  })
})
