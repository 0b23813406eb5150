import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { MobileMoneyService } from "../../../src/modules/mobile-money"
import { MOBILE_MONEY } from "../../../src/modules/mobile-money/name"
import { type Shop, type Simulators, startSimulators } from "../../support"
import { type BootedApp, bootApp } from "../../support/boot-app"
import { runBefore } from "../../support/run-before"
import {
  makeDue,
  passTime,
  promptOn,
  reconcileNow,
  stockOf,
} from "../../http/mobile-money/bed"
import {
  moneyOf,
  payAgainBed,
  type Placed,
} from "../../http/checkout/pay-again-bed"

let simulators: Simulators
let app: BootedApp
let shop: Shop

beforeAll(async () => {
  simulators = await startSimulators()
  app = await bootApp({ env: { SIMULATORS_URL: simulators.url } })
  shop = app.shop
  // The app listens where no provider looks; it is told by asking.
  for (const name of ["daraja", "stripe"]) {
    await shop.sim.faults(name, [
      { fault: "drop", times: "always", match: { on: "callback" } },
    ])
  }
})

/** As Stripe's message would, without the way there. */
async function tellOfCard({ id }: Placed) {
  const ledger = app.container.resolve<MobileMoneyService>(MOBILE_MONEY)
  const [awaited] = await ledger.listAwaitedPayments({ order_id: id })
  // Reads the settings, which the bed makes when it boots the app.
  const { cardSessionsOf, settleCard } = jest.requireActual<
    typeof import("../../../src/workflows/payment")
  >("../../../src/workflows/payment")
  const [session] = await cardSessionsOf(app.container, awaited)
  return settleCard(app.container, awaited, session, "provider")
}

const refuse = () =>
  Promise.reject(
    new MedusaError(MedusaError.Types.NOT_ALLOWED, "A later step failed.")
  )

const seen = async (order: Placed) => ({
  money: await moneyOf(shop, order),
  stock: await stockOf(shop, order.variant),
  payment: await payAgainBed(shop).look(order),
})

const withoutClock = <Seen extends { payment: { seconds_left?: unknown } }>({
  payment: { seconds_left: _, ...payment },
  ...rest
}: Seen) => ({ ...rest, payment })

/** An order whose phone said nothing, so long ago that nobody waits for it. */
async function unpaidOrder() {
  const order = await payAgainBed(shop).placed("mpesa")
  await passTime(shop, order.id, 3)
  return order
}

// Hooks are steps: the first and the last are a plugin that refuses.
const LATER_STEPS = [
  "validate",
  "open-payment-session",
  "open-cash-collection",
  "choose-payment-method",
  "methodChosen",
  "emit-event-step",
]

describe("another method whose later step fails", () => {
  it.each(
    LATER_STEPS.flatMap((step) =>
      ["stripe", "cash"].map((method) => [step, method] as const)
    )
  )("before %s leaves an order as it was, for %s", async (step, method) => {
    const { pay } = payAgainBed(shop)
    const order = await unpaidOrder()
    const before = await seen(order)
    const race = runBefore(step, refuse, { workflow: "pay-order" })

    const { status, body } = await pay(order, { method })

    expect(race.happened()).toBe(true)
    expect({ status, message: (body as { message?: string }).message }).toEqual(
      { status: 400, message: "A later step failed." }
    )
    expect(withoutClock(await seen(order))).toEqual(withoutClock(before))
    expect((await pay(order, { method })).status).toBe(200)
  })

  it("leaves a card open that the phone was to replace", async () => {
    const { pay, secretOf } = payAgainBed(shop)
    const order = await unpaidOrder()
    const { body } = await pay(order, { method: "stripe" })
    const before = await seen(order)
    const race = runBefore("ask-phone-of-order-as-step", refuse)

    expect((await pay(order, { method: "mpesa" })).status).toBe(400)

    expect(race.happened()).toBe(true)
    expect(withoutClock(await seen(order))).toEqual(withoutClock(before))
    const again = await pay(order)
    expect(secretOf(again.body)).toBe(secretOf(body))
  })
})

describe("money that comes between two steps of a choice", () => {
  it.each(["open-payment-session", "choose-payment-method"])(
    "before %s pays the order, and the choice is refused",
    async (step) => {
      const { pay, placed } = payAgainBed(shop)
      const order = await placed("mpesa")
      const prompt = await promptOn(shop, order.phone)
      await passTime(shop, order.id, 3)
      const race = runBefore(step, async () => {
        await shop.sim.answer(order.phone, prompt.id, { action: "approve" })
        await makeDue(shop, order.id)
        await reconcileNow(shop)
      })

      const { status, body } = await pay(order, { method: "stripe" })

      expect(race.happened()).toBe(true)
      expect({ status, code: body.code }).toEqual({
        status: 400,
        code: "already_paid",
      })
      expect(await moneyOf(shop, order)).toEqual({
        wait: { driver: "mpesa", state: "paid", endless: false },
        sessions: ["pp_mpesa_mpesa authorized"],
        payments: ["pp_mpesa_mpesa captured"],
        cash: [],
        attempts: ["settled"],
      })
    }
  )

  it("takes a session away that was just opened, and the choice is refused", async () => {
    const { pay, placed } = payAgainBed(shop)
    const order = await placed("mpesa")
    const prompt = await promptOn(shop, order.phone)
    await passTime(shop, order.id, 3)
    const payments = app.container.resolve(Modules.PAYMENT)
    const open = payments.createPaymentSession.bind(payments)
    const opened = jest
      .spyOn(payments, "createPaymentSession")
      .mockImplementationOnce(async (...call) => {
        const session = await open(...call)
        await shop.sim.answer(order.phone, prompt.id, { action: "approve" })
        await makeDue(shop, order.id)
        await reconcileNow(shop)
        return session
      })

    const { status, body } = await pay(order, { method: "cash" })

    expect(opened).toHaveBeenCalledTimes(1)
    opened.mockRestore()
    expect({ status, code: body.code }).toEqual({
      status: 409,
      code: "conflict",
    })
    expect(await moneyOf(shop, order)).toEqual({
      wait: { driver: "mpesa", state: "paid", endless: false },
      sessions: ["pp_mpesa_mpesa authorized"],
      payments: ["pp_mpesa_mpesa captured"],
      cash: [],
      attempts: ["settled"],
    })
    expect((await pay(order, { method: "cash" })).body.code).toBe(
      "already_paid"
    )
  })

  it("before a card is closed pays the order by that card", async () => {
    const { pay, confirm } = payAgainBed(shop)
    const order = await unpaidOrder()
    const { body } = await pay(order, { method: "stripe" })
    const race = runBefore("choose-payment-method", async () => {
      await confirm(body)
      expect(await tellOfCard(order)).toBe("settled")
    })

    const answer = await pay(order, { method: "cash" })

    expect(race.happened()).toBe(true)
    expect(answer).toMatchObject({
      status: 400,
      body: { code: "already_paid" },
    })
    expect(await moneyOf(shop, order)).toEqual({
      wait: { driver: "stripe", state: "paid", endless: false },
      sessions: ["pp_stripe_stripe authorized"],
      payments: ["pp_stripe_stripe held"],
      cash: [],
      attempts: ["asked"],
    })
  })
})
