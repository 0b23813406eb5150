import { attemptsOf, eventually, promptOn } from "../../http/mobile-money/bed"
import { unique, useShop } from "../../support"
import { NARROW } from "../../support/browser"
import { asking, overflow, shoot, useDesk, visit } from "../bed"
import { PAYMENTS, phoneOrder } from "./bed"

const shop = useShop()
const desk = useDesk(shop)

const item = (text: string, on = desk.page) =>
  on.getByRole("article").filter({ hasText: text })

type Found = { orderId?: string; detail?: Record<string, unknown> }

async function difference({ orderId, detail = {} }: Found = {}) {
  const reference = unique("RECEIPT")
  const id = unique("pdif")
  await shop.sql(
    `insert into payment_difference
       (id, driver, kind, reference, order_id, amount, raw_amount,
        currency_code, detail)
     values ($1, 'mpesa', 'missing_here', $2, $3, 4200,
       '{"value": "4200", "precision": 20}', 'kes', $4)`,
    [id, reference, orderId ?? null, JSON.stringify(detail)]
  )
  return { id, reference }
}

const resolutionOf = async (id: string) =>
  (
    await shop.sql<{ resolution: string | null; resolved_by: string | null }>(
      "select resolution, resolved_by from payment_difference where id = $1",
      [id]
    )
  )[0]

describe("what is to resolve", () => {
  it("shows all that is known, and is closed with an explanation", async () => {
    const order = await shop.fixtures.order()
    const { id, reference } = await difference({
      orderId: order.id,
      detail: { payer: "0712***678", captured: 90, surprise: [1, 2] },
    })
    await desk.visit("mobile-payments")
    const tab = desk.page.getByRole("tab", { name: /^To resolve/ })
    await eventually("the badge", async () =>
      /[1-9]/.test(await tab.innerText())
    )
    await tab.click()

    const found = item(reference)
    await found
      .getByText("The provider has money that no order claims")
      .waitFor()
    expect((await found.innerText()).replace(/\s+/g, " ")).toMatch(
      /Amount KES 4,200\.00 .*Paid by 0712\*\*\*678.*Captured in the order KES 90\.00.*surprise \[1,2\]/
    )
    await desk.shoot("mobile-to-resolve")
    await found.getByRole("button", { name: "Resolve" }).click()
    const submit = desk.page.getByRole("dialog").getByRole("button", {
      name: "Resolve",
    })
    await desk.page.getByLabel("Explanation").fill("  a ")
    expect(await submit.isDisabled()).toBe(true)
    await desk.page
      .getByLabel("Explanation")
      .fill("A tip, thanked for by phone.")
    await desk.shoot("mobile-resolve-drawer")
    await submit.click()

    await desk.toast("The difference is resolved.").waitFor()
    await found.waitFor({ state: "detached" })
    expect(await resolutionOf(id)).toEqual({
      resolution: "A tip, thanked for by phone.",
      resolved_by: expect.stringMatching(/^user_/),
    })
    await desk.page.getByRole("combobox", { name: "Show" }).click()
    await desk.page.getByRole("option", { name: "Resolved" }).click()
    await item(reference).getByText("A tip, thanked for by phone.").waitFor()
    await desk.shoot("mobile-resolved")
    await item(reference).getByRole("link", { name: "Open order" }).click()
    await desk.page.waitForURL(`**/orders/${order.id}`)
    desk.page.expectNoProblems()
  })

  it("is resolved once", async () => {
    const { id, reference } = await difference()
    desk.page.allow(/status of 400/)
    await desk.visit("mobile-payments?tab=differences")
    await item(reference).getByRole("button", { name: "Resolve" }).click()
    await desk.page.getByLabel("Explanation").fill("Mine")
    await shop.admin(`/mobile-payments/differences/${id}/resolve`, {
      body: { resolution: "Theirs" },
    })

    await desk.page
      .getByRole("dialog")
      .getByRole("button", { name: "Resolve" })
      .click()

    await desk.toast("Somebody has resolved this already.").waitFor()
    expect(await resolutionOf(id)).toMatchObject({ resolution: "Theirs" })
  })

  it("says when there is nothing, and holds texts of any length", async () => {
    await desk.page.route(asking(`${PAYMENTS}/differences`), (route) =>
      route.fulfill({
        json: { differences: [], count: 0, limit: 20, offset: 0 },
      })
    )
    await desk.load("mobile-payments?tab=differences")
    await desk.page.getByText("Nothing to resolve").waitFor()
    await desk.shoot("mobile-to-resolve-empty")

    const { reference } = await difference({
      detail: { error: "x".repeat(300), note: "many words ".repeat(60) },
    })
    const narrow = await desk.open({ viewport: NARROW })
    await visit(narrow, shop, "mobile-payments?tab=differences")
    await item(reference, narrow).waitFor()
    await item(reference, narrow).scrollIntoViewIfNeeded()
    await shoot(narrow, "mobile-to-resolve-narrow-long")
    expect(await overflow(narrow, "main")).toEqual([])
    await shop.sql("delete from payment_difference where reference = $1", [
      reference,
    ])
    narrow.expectNoProblems()
  })
})

describe("a parked message", () => {
  const park = async (body: unknown, subject: string | null) => {
    const id = unique("pev")
    await shop.sql(
      `insert into provider_event
         (id, driver, topic, key, subject_id, body, state, tries, next_try_at,
          error)
       values ($1, 'mpesa', 'payment', $1, $2, $3, 'parked', 12, now(), $4)`,
      [id, subject, JSON.stringify(body), `Parked for ${id}`]
    )
    return id
  }
  const stateOf = async (id: string) =>
    (
      await shop.sql<{ state: string; outcome: string | null }>(
        "select state, outcome from provider_event where id = $1",
        [id]
      )
    )[0]

  it("is tried again, and done when it is understood now", async () => {
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)
    const [attempt] = await attemptsOf(shop, order.id)
    const id = await park(
      {
        Body: {
          stkCallback: {
            MerchantRequestID: "1-2-3",
            CheckoutRequestID: attempt.provider_reference,
            ResultCode: 1032,
            ResultDesc: "Request cancelled by user",
          },
        },
      },
      attempt.id
    )
    await shop.sql(
      "update payment_attempt set request_reference = '1-2-3' where id = $1",
      [attempt.id]
    )
    await desk.visit("mobile-payments?tab=messages")
    await item(id).waitFor()
    await desk.shoot("mobile-messages")

    await item(id).getByRole("button", { name: "Retry" }).click()

    await desk.toast("The message was understood.").waitFor()
    await item(id).waitFor({ state: "detached" })
    expect(await stateOf(id)).toEqual({ state: "done", outcome: "failed" })
    expect(await attemptsOf(shop, order.id)).toMatchObject([
      { state: "failed", reason: "cancelled" },
    ])
    desk.page.expectNoProblems()
  })

  it("stays parked when it cannot be understood", async () => {
    const id = await park({ nonsense: true }, null)
    await desk.visit("mobile-payments?tab=messages")

    await item(id).getByRole("button", { name: "Retry" }).click()

    await desk.toast("It could still not be understood.").waitFor()
    expect(await stateOf(id)).toEqual({ state: "parked", outcome: null })
  })

  it("says what will be there when there is none", async () => {
    await desk.page.route(asking(`${PAYMENTS}/messages`), (route) =>
      route.fulfill({ json: { messages: [], count: 0, limit: 20, offset: 0 } })
    )
    await desk.load("mobile-payments?tab=messages")

    await desk.page.getByText("No such messages").waitFor()
    await desk.shoot("mobile-messages-empty")
  })
})
