import {
  booksOf,
  eventually,
  phoneOrder,
  promptOn,
} from "../../http/mobile-money/bed"
import {
  openBrowser,
  type TestBrowser,
  type TestPage,
  useShop,
} from "../../support"
import {
  asking,
  CORE_NESTING,
  cancelledOrder,
  onAPhone,
  overflow,
  paidOrder,
  shoot,
  staffWho,
  logInAs,
  storyOf,
  visit,
} from "./bed"

const shop = useShop()

let browser: TestBrowser
let page: TestPage

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.open({ allow: [CORE_NESTING] })
  await page.loginAsAdmin()
})

afterEach(() => page.unrouteAll({ behavior: "ignoreErrors" }))

const storyPath = (id: string) => asking(`/admin/orders/${id}/mobile-payment`)

describe("the story of a mobile payment", () => {
  it("is told while it waits, and goes on by itself when the phone pays", async () => {
    const { order, phone } = await phoneOrder(shop)
    const prompt = await promptOn(shop, phone)
    await visit(page, shop, `orders/${order.id}`)
    const story = storyOf(page)

    await story.getByText("Waiting for payment").waitFor()
    await story.getByText("The phone is asking").waitFor()
    expect(await story.getByText("KES 500.00").count()).toBe(1)
    expect(await story.getByRole("timer").innerText()).toMatch(/\d+ min/)
    expect(await story.innerText()).toMatch(
      new RegExp(`Attempt 1 · 07\\d\\*\\*\\*${phone.slice(-3)}`)
    )
    expect(await story.innerText()).not.toContain(phone.slice(3))
    await story.scrollIntoViewIfNeeded()
    await shoot(page, "mobile-widget-waiting")

    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    await story.getByText("Paid", { exact: true }).first().waitFor()

    await story.getByRole("button", { name: /^Show \d+ entries$/ }).click()
    await story.getByText("The order has the money").waitFor()
    await shoot(page, "mobile-widget-paid")
    page.expectNoProblems()
  })

  it("says why a phone did not pay", async () => {
    const { order } = await cancelledOrder(shop)
    await visit(page, shop, `orders/${order.id}`)

    await storyOf(page).getByText("The shopper cancelled it.").waitFor()
    await storyOf(page).getByText("Not paid", { exact: true }).waitFor()
    page.expectNoProblems()
  })

  it("stops asking when nothing can change any more", async () => {
    const { order } = await paidOrder(shop)
    const asked: number[] = []
    await page.route(storyPath(order.id), (route) => {
      asked.push(Date.now())
      return route.continue()
    })
    await visit(page, shop, `orders/${order.id}`)
    await storyOf(page).getByText("Paid", { exact: true }).first().waitFor()
    const before = asked.length

    await page.waitForTimeout(4_000)

    expect(asked.length).toBe(before)
  })

  it("is asked again only while somebody looks", async () => {
    const { order } = await cancelledOrder(shop)
    let asked = 0
    await page.route(storyPath(order.id), (route) => {
      asked++
      return route.continue()
    })
    const show = (state: "hidden" | "visible") =>
      page.evaluate(
        `Object.defineProperty(document, "visibilityState", {
          configurable: true, get: () => ${JSON.stringify(state)},
        });
        document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))`
      )
    await visit(page, shop, `orders/${order.id}`)
    await eventually("two questions", async () => asked >= 2)

    await show("hidden")
    const before = asked
    await page.waitForTimeout(4_000)
    expect(asked).toBe(before)

    await show("visible")
    await eventually("one more question", async () => asked > before)
  })

  it("is not there for an order that pays another way", async () => {
    const order = await shop.fixtures.order()
    await visit(page, shop, `orders/${order.id}`)
    await page.getByRole("heading", { name: "Activity" }).waitFor()
    await page.waitForLoadState("networkidle")

    expect(await storyOf(page).count()).toBe(0)
    page.expectNoProblems()
  })

  it("is not there for somebody who may not see mobile payments", async () => {
    const { order } = await paidOrder(shop)
    const person = await staffWho(shop, ["order:read", "store:read"])
    const theirs = await browser.open({ allow: [/status of 403/] })
    await logInAs(theirs, shop, person)
    await visit(theirs, shop, `orders/${order.id}`)
    await theirs.getByRole("heading", { name: "Activity" }).waitFor()
    await theirs.waitForLoadState("networkidle")

    expect(await storyOf(theirs).count()).toBe(0)
  })

  it("offers nothing to somebody who may only look", async () => {
    const { order } = await cancelledOrder(shop)
    const person = await staffWho(shop, ["order:read", "mobile_payment:read"])
    const theirs = await browser.open({ allow: [/status of 403/] })
    await logInAs(theirs, shop, person)
    await visit(theirs, shop, `orders/${order.id}`)

    await storyOf(theirs).getByText("Waiting for payment").waitFor()
    await theirs.waitForLoadState("domcontentloaded")
    await eventually(
      "the buttons to go",
      async () =>
        (await storyOf(theirs).getByText("Ask phone again").count()) === 0
    )
  })
})

describe("while it is not there", () => {
  it("shows that it is being loaded", async () => {
    const { order } = await paidOrder(shop)
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route(storyPath(order.id), async (route) => {
      await held
      await route.continue()
    })
    await visit(page, shop, `orders/${order.id}`)

    await storyOf(page).getByRole("status", { name: "Loading" }).waitFor()
    await storyOf(page).scrollIntoViewIfNeeded()
    await shoot(page, "mobile-widget-loading")
    release()
    await storyOf(page).getByText("Paid", { exact: true }).first().waitFor()
    page.expectNoProblems()
  })

  it("says what went wrong, and tries again", async () => {
    const { order } = await paidOrder(shop)
    page.allow(/\b500\b/)
    await page.route(storyPath(order.id), (route) =>
      route.fulfill({
        status: 500,
        json: { type: "unexpected_state", message: "Quote request 42." },
      })
    )
    await visit(page, shop, `orders/${order.id}`)
    await storyOf(page).getByText("Quote request 42.").waitFor()
    await storyOf(page).scrollIntoViewIfNeeded()
    await shoot(page, "mobile-widget-error")

    await page.unroute(storyPath(order.id))
    await storyOf(page).getByRole("button", { name: "Try again" }).click()

    await storyOf(page).getByText("Paid", { exact: true }).first().waitFor()
  })
})

describe("on a phone, in the dark, with much to say", () => {
  it("stays inside the screen", async () => {
    const { order } = await cancelledOrder(shop)
    const narrow = await browser.open({ ...onAPhone, allow: [CORE_NESTING] })
    await narrow.loginAsAdmin()
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
    await narrow.context().close()
  })
})

it("leaves the books of an order alone that is only looked at", async () => {
  const { order } = await paidOrder(shop)
  const before = await booksOf(shop, order.id)
  await visit(page, shop, `orders/${order.id}`)
  await storyOf(page).getByText("Paid", { exact: true }).first().waitFor()

  expect(await booksOf(shop, order.id)).toEqual(before)
})
