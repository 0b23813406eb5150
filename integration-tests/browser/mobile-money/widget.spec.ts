import { booksOf, eventually, promptOn } from "../../http/mobile-money/bed"
import { useShop } from "../../support"
import {
  asking,
  onAPhone,
  overflow,
  shoot,
  staffWho,
  useDesk,
  visit,
} from "../bed"
import { cancelledOrder, onlyOnce, paidOrder, phoneOrder, storyOf } from "./bed"

const shop = useShop()
const desk = useDesk(shop)
const story = () => storyOf(desk.page)
const paid = onlyOnce(() => paidOrder(shop))
const waiting = onlyOnce(() => cancelledOrder(shop))

const storyPath = (id: string) => asking(`/admin/orders/${id}/mobile-payment`)

describe("the story of a mobile payment", () => {
  it("is told while it waits, and goes on by itself when the phone pays", async () => {
    const { order, phone } = await phoneOrder(shop)
    const prompt = await promptOn(shop, phone)
    await desk.visit(`orders/${order.id}`)

    await story().getByText("Waiting for payment").waitFor()
    await story().getByText("The phone is asking").waitFor()
    expect(await story().getByText("KES 500.00").count()).toBe(1)
    expect(await story().getByRole("timer").innerText()).toMatch(/\d+ min/)
    expect(await story().innerText()).toMatch(
      new RegExp(`Attempt 1 · 07\\d\\*\\*\\*${phone.slice(-3)}`)
    )
    expect(await story().innerText()).not.toContain(phone.slice(3))
    await story().scrollIntoViewIfNeeded()
    await desk.shoot("mobile-widget-waiting")

    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    await story().getByText("Paid", { exact: true }).first().waitFor()

    await story()
      .getByRole("button", { name: /^Show \d+ entries$/ })
      .click()
    await story().getByText("The order has the money").waitFor()
    await desk.shoot("mobile-widget-paid")
    desk.page.expectNoProblems()
  })

  it("says why a phone did not pay", async () => {
    const { order } = await waiting()
    await desk.visit(`orders/${order.id}`)

    await story().getByText("The shopper cancelled it.").waitFor()
    await story().getByText("Not paid", { exact: true }).waitFor()
    desk.page.expectNoProblems()
  })

  /** A page whose time only we let pass, and how often it has asked. */
  async function watched(orderId: string) {
    const page = await desk.open()
    const asked = { times: 0 }
    await page.route(storyPath(orderId), (route) => {
      asked.times += 1
      return route.continue()
    })
    await page.clock.install()
    await visit(page, shop, `orders/${orderId}`)
    return {
      page,
      asked,
      /** Everything is due that would have been, and what it asks is asked. */
      async pass(seconds: number) {
        await page.clock.runFor(seconds * 1_000)
        await page.settled()
      },
    }
  }

  it("stops asking when nothing can change any more", async () => {
    const { order } = await paid()
    const { page, asked, pass } = await watched(order.id)
    await storyOf(page).getByText("Paid", { exact: true }).first().waitFor()
    await page.settled()
    const before = asked.times

    await pass(60)

    expect(asked.times).toBe(before)
    await page.close()
  })

  it("is asked again only while somebody looks", async () => {
    const { order } = await waiting()
    const { page, asked, pass } = await watched(order.id)
    const show = (state: "hidden" | "visible") =>
      page.evaluate(
        `Object.defineProperty(document, "visibilityState", {
          configurable: true, get: () => ${JSON.stringify(state)},
        });
        document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))`
      )
    await storyOf(page).getByText("Waiting for payment").waitFor()
    const first = asked.times
    await pass(3)
    expect(asked.times).toBeGreaterThan(first)

    await show("hidden")
    await page.settled()
    const before = asked.times
    await pass(60)
    expect(asked.times).toBe(before)

    await show("visible")
    await pass(3)
    expect(asked.times).toBeGreaterThan(before)
    await page.unrouteAll({ behavior: "ignoreErrors" })
    await page.close()
  })

  it("is not there for an order that pays another way", async () => {
    const order = await shop.fixtures.order()
    await desk.visit(`orders/${order.id}`)
    await desk.page.getByRole("heading", { name: "Activity" }).waitFor()
    await desk.page.settled()

    expect(await story().count()).toBe(0)
    desk.page.expectNoProblems()
  })

  it("is not there for somebody who may not see mobile payments", async () => {
    const { order } = await paid()
    const person = await staffWho(shop, ["order:read", "store:read"])
    const theirs = await desk.open({ as: person, allow: [/status of 403/] })
    await visit(theirs, shop, `orders/${order.id}`)
    await theirs.getByRole("heading", { name: "Activity" }).waitFor()
    await theirs.settled()

    expect(await storyOf(theirs).count()).toBe(0)
  })

  it("offers nothing to somebody who may only look", async () => {
    const { order } = await waiting()
    const person = await staffWho(shop, ["order:read", "mobile_payment:read"])
    const theirs = await desk.open({ as: person, allow: [/status of 403/] })
    await visit(theirs, shop, `orders/${order.id}`)

    await storyOf(theirs).getByText("Waiting for payment").waitFor()
    await eventually(
      "the buttons to go",
      async () =>
        (await storyOf(theirs).getByText("Ask phone again").count()) === 0
    )
  })
})

describe("while it is not there", () => {
  it("shows that it is being loaded", async () => {
    const { order } = await paid()
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await desk.page.route(storyPath(order.id), async (route) => {
      await held
      await route.continue()
    })
    await desk.load(`orders/${order.id}`)

    await story().getByRole("status", { name: "Loading" }).waitFor()
    await story().scrollIntoViewIfNeeded()
    await desk.shoot("mobile-widget-loading")
    release()
    await story().getByText("Paid", { exact: true }).first().waitFor()
    desk.page.expectNoProblems()
  })

  it("says what went wrong, and tries again", async () => {
    const { order } = await paid()
    desk.page.allow(/\b500\b/)
    await desk.page.route(storyPath(order.id), (route) =>
      route.fulfill({
        status: 500,
        json: { type: "unexpected_state", message: "Quote request 42." },
      })
    )
    await desk.load(`orders/${order.id}`)
    await story().getByText("Quote request 42.").waitFor()
    await story().scrollIntoViewIfNeeded()
    await desk.shoot("mobile-widget-error")

    await desk.page.unroute(storyPath(order.id))
    await story().getByRole("button", { name: "Try again" }).click()

    await story().getByText("Paid", { exact: true }).first().waitFor()
  })
})

describe("on a phone, in the dark, with much to say", () => {
  it("stays inside the screen", async () => {
    const { order } = await waiting()
    const narrow = await desk.open(onAPhone)
    const long = "A very long explanation ".repeat(12) + "x".repeat(200)
    await narrow.route(storyPath(order.id), async (route) => {
      const answer = await route.fetch()
      const body = await answer.json()
      const [attempt] = body.mobile_payment.attempts
      body.mobile_payment.returns = [
        {
          id: "mret_1",
          attempt_id: attempt.id,
          way: "reversal",
          cause: "surplus",
          amount: 250_000_000,
          currency_code: "kes",
          state: "failed",
          receipt: "X".repeat(60),
          error: long,
          note: long,
          requested_by: "job",
          created_at: attempt.created_at,
          done_at: null,
        },
      ]
      body.mobile_payment.differences = [
        {
          id: "pdif_1",
          driver: "mpesa",
          kind: "return_failed",
          reference: long,
          attempt_id: null,
          order_id: order.id,
          amount: 1,
          currency_code: "kes",
          detail: null,
          created_at: attempt.created_at,
          resolved_at: null,
          resolved_by: null,
          resolution: null,
        },
      ]
      await route.fulfill({ response: answer, json: body })
    })
    await visit(narrow, shop, `orders/${order.id}`)
    const story = storyOf(narrow)
    await story.getByText("1 difference to resolve").waitFor()
    await story.getByRole("button", { name: /^Show/ }).click()
    await story.scrollIntoViewIfNeeded()
    await shoot(narrow, "mobile-widget-narrow-dark")

    expect(await overflow(narrow, "[role=region]")).toEqual([])
    narrow.expectNoProblems()
    // It goes on asking, and the browser may be gone before the answer.
    await narrow.unrouteAll({ behavior: "ignoreErrors" })
    await narrow.close()
  })
})

it("leaves the books of an order alone that is only looked at", async () => {
  const { order } = await paid()
  const before = await booksOf(shop, order.id)
  await desk.visit(`orders/${order.id}`)
  await story().getByText("Paid", { exact: true }).first().waitFor()

  expect(await booksOf(shop, order.id)).toEqual(before)
})
