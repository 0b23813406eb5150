import { darajaFaults } from "../../../simulators/daraja/faults"
import { useShop } from "../../support"
import {
  attemptsOf,
  awaitedOf,
  booksOf,
  eventually,
  newPhone,
  passTime,
  phoneOrder,
  promptOn,
  reconcileNow,
  returnsOf,
  stockOf,
} from "./bed"

const shop = useShop()

afterEach(() => shop.sim.clearFaults("daraja"))

describe("an order whose time to pay is over", () => {
  it("is cancelled and gives its stock back", async () => {
    const { order, phone, variant } = await phoneOrder(shop, { stock: 5 })
    const prompt = await promptOn(shop, phone)
    expect(await stockOf(shop, variant)).toMatchObject({ reserved: 1 })
    await shop.sim.answer(phone, prompt.id, { action: "cancel" })
    await shop.sim.idle("daraja")

    await passTime(shop, order.id, 16)
    await reconcileNow(shop)

    const awaited = await awaitedOf(shop, order.id)
    expect(awaited).toMatchObject({ state: "expired" })
    expect(awaited.closed_at).not.toBeNull()
    expect(await booksOf(shop, order.id)).toMatchObject({
      status: "canceled",
      captured: 0,
    })
    expect(await stockOf(shop, variant)).toMatchObject({ reserved: 0 })
    expect(await returnsOf(shop, order.id)).toEqual([])
  })

  it("is paid instead when the last question finds the money", async () => {
    await shop.sim.faults("daraja", [
      darajaFaults.lostCallback,
      darajaFaults.lostAnnouncement,
    ])
    const { order, phone, variant } = await phoneOrder(shop)
    const prompt = await promptOn(shop, phone)
    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    await shop.sim.idle("daraja")

    await passTime(shop, order.id, 16)
    await reconcileNow(shop)

    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "paid" })
    expect(await booksOf(shop, order.id)).toMatchObject({
      status: "pending",
      captured: order.total,
    })
    expect(await stockOf(shop, variant)).toMatchObject({ reserved: 1 })
  })

  it("waits on while a phone may still be answering", async () => {
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)
    await shop.sql(
      "update awaited_payment set expires_at = now() where order_id = $1",
      [order.id]
    )

    await reconcileNow(shop)

    const awaited = await awaitedOf(shop, order.id)
    expect(awaited).toMatchObject({ state: "waiting" })
    expect(new Date(awaited.expires_at).getTime()).toBeGreaterThan(Date.now())
  })

  it("returns money that comes too late, and touches nothing else", async () => {
    const { order, phone, variant } = await phoneOrder(shop)
    const prompt = await promptOn(shop, phone)
    await shop.sim.config("daraja", { query_says: "1037" })
    await passTime(shop, order.id, 16)
    await reconcileNow(shop)
    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "expired" })
    await shop.sim.config("daraja", { query_says: "truth" })

    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    await eventually("the money to be back", async () =>
      (await returnsOf(shop, order.id)).find(({ state }) => state === "done")
    )

    expect(await returnsOf(shop, order.id)).toMatchObject([
      { cause: "surplus", way: "reversal", state: "done" },
    ])
    expect(await attemptsOf(shop, order.id)).toMatchObject([
      { state: "surplus" },
    ])
    expect(await booksOf(shop, order.id)).toMatchObject({
      status: "canceled",
      captured: 0,
      refunded: 0,
    })
    expect(await stockOf(shop, variant)).toMatchObject({ reserved: 0 })
    const { messages } = await shop.sim.phone(phone)
    expect(messages.map(({ text }) => text).join("\n")).toMatch(/revers/i)
  })
})

describe("an order cancelled by staff while the phone asks", () => {
  it("takes no money: what still comes goes back", async () => {
    const { order, phone, variant } = await phoneOrder(shop)
    const prompt = await promptOn(shop, phone)
    const cancelled = await shop.admin(`/orders/${order.id}/cancel`, {
      method: "POST",
    })
    expect(cancelled.status).toBe(200)

    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    await eventually("the money to be back", async () =>
      (await returnsOf(shop, order.id)).find(({ state }) => state === "done")
    )

    expect(await awaitedOf(shop, order.id)).toMatchObject({
      state: "cancelled",
      settled_by: null,
    })
    expect(await booksOf(shop, order.id)).toMatchObject({
      status: "canceled",
      captured: 0,
      transactions: 0,
    })
    expect(await stockOf(shop, variant)).toMatchObject({ reserved: 0 })
  })
})

describe("two prompts for one order", () => {
  it("that are both paid: one pays, one is returned", async () => {
    const { order, phone } = await phoneOrder(shop)
    const first = await promptOn(shop, phone)
    await passTime(shop, order.id, 3)
    const other = newPhone()
    const again = await shop.admin(`/orders/${order.id}/mobile-payment/ask`, {
      body: { phone: other },
    })
    expect(again.status).toBe(200)
    const second = await promptOn(shop, other)

    await shop.sim.answer(other, second.id, { action: "approve" })
    await shop.sim.answer(phone, first.id, { action: "approve" })
    await eventually("one to be returned", async () =>
      (await returnsOf(shop, order.id)).find(({ state }) => state === "done")
    )

    expect(
      (await attemptsOf(shop, order.id)).map(({ state }) => state).sort()
    ).toEqual(["settled", "surplus"])
    expect(await booksOf(shop, order.id)).toMatchObject({
      captured: order.total,
      refunded: 0,
      transactions: order.total,
    })
    expect(await returnsOf(shop, order.id)).toHaveLength(1)
  })
})
