import { readFile } from "node:fs/promises"
import { eventually } from "../../http/mobile-money/bed"
import { useShop } from "../../support"
import { NARROW } from "../../support/browser"
import {
  asking,
  onAPhone,
  overflow,
  shoot,
  staffWho,
  useDesk,
  visit,
} from "../bed"
import { cancelledOrder, onlyOnce, paidOrder, PAYMENTS } from "./bed"

const shop = useShop()
const desk = useDesk(shop)

const paid = onlyOnce(() => paidOrder(shop))
const waiting = onlyOnce(() => cancelledOrder(shop))

const list = asking(PAYMENTS)
const row = (text: string) =>
  desk.page.getByRole("row").filter({ hasText: text })
const params = () =>
  Object.fromEntries(new URL(desk.page.url()).searchParams.entries())

const choose = async (label: string, option: string) => {
  await desk.page.getByRole("combobox", { name: label }).click()
  await desk.page.getByRole("option", { name: option, exact: true }).click()
}

describe("the list of payments", () => {
  it("is in the sidebar, and links to the order", async () => {
    const { order } = await paid()
    await desk.visit("orders")
    await desk.page.getByRole("link", { name: "Mobile payments" }).click()
    await desk.page.getByRole("heading", { name: "Mobile payments" }).waitFor()

    await row(`#${order.display_id}`).getByText("Paid").waitFor()
    expect(await row(`#${order.display_id}`).innerText()).toMatch(
      /KES\s500\.00\s+M-Pesa/
    )
    await desk.shoot("mobile-payments")
    await desk.page.getByRole("link", { name: `#${order.display_id}` }).click()

    await desk.page.waitForURL(`**/orders/${order.id}`)
    desk.page.expectNoProblems()
  })

  it("is searched and filtered, and the address keeps it", async () => {
    const done = await paid()
    const open = await waiting()
    await desk.visit("mobile-payments")
    await row(`#${open.order.display_id}`).waitFor()

    await desk.page.getByLabel("Search").fill(`#${done.order.display_id}`)
    await row(`#${open.order.display_id}`).waitFor({ state: "detached" })
    expect(await row(`#${done.order.display_id}`).count()).toBe(1)
    expect(params()).toEqual({ q: `#${done.order.display_id}` })

    await desk.page.getByLabel("Search").fill(open.phone)
    await row(`#${open.order.display_id}`).waitFor()
    await choose("State", "Paid")
    await desk.page.getByText("No payment matches").waitFor()
    expect(params()).toEqual({ q: open.phone, state: "paid" })
    await desk.shoot("mobile-payments-none-match")

    await desk.page.reload()
    await desk.page.getByText("No payment matches").waitFor()
    expect(await desk.page.getByLabel("Search").inputValue()).toBe(open.phone)
    await choose("State", "Waiting for payment")
    await row(`#${open.order.display_id}`).waitFor()
    await choose("Method", "M-Pesa")
    await desk.page.getByLabel("From").fill("2001-01-01")
    await desk.page.getByLabel("To", { exact: true }).fill("2001-12-31")
    await desk.page.getByText("No payment matches").waitFor()

    await desk.page.getByRole("button", { name: "Clear filters" }).click()
    await row(`#${done.order.display_id}`).waitFor()
    expect(params()).toEqual({})
    desk.page.expectNoProblems()
  })

  it("has pages", async () => {
    await shop.sql(
      `insert into awaited_payment
         (id, order_id, payment_collection_id, driver, amount, raw_amount,
          currency_code, state, closed_at, announced_at, created_at, updated_at)
       select 'await_page_' || n, 'order_page_' || n, 'paycol_page', 'mpesa', n,
         jsonb_build_object('value', n::text, 'precision', 20), 'kes',
         'expired', now(), now(), '2001-06-15', '2001-06-15'
       from generate_series(1, 21) n`
    )
    await desk.visit("mobile-payments?from=2001-06-01&to=2001-06-30")
    await desk.page.getByText("1–20 of 21").waitFor()

    await desk.page.getByRole("button", { name: "Next" }).click()

    await desk.page.getByText("21–21 of 21").waitFor()
    await eventually(
      "the last payment under the heading",
      async () => (await desk.page.getByRole("row").count()) === 2
    )
    expect(params()).toMatchObject({ page: "2" })
    expect(
      await desk.page.getByRole("button", { name: "Next" }).isDisabled()
    ).toBe(true)
    await desk.page.goBack()
    await desk.page.getByText("1–20 of 21").waitFor()
    await shop.sql("delete from awaited_payment where id like 'await_page_%'")
    desk.page.expectNoProblems()
  })

  it("is downloaded as it is filtered", async () => {
    const { order } = await paid()
    await waiting()
    await desk.visit(`mobile-payments?q=%23${order.display_id}`)
    await row(`#${order.display_id}`).waitFor()

    const [file] = await Promise.all([
      desk.page.waitForEvent("download"),
      desk.page.getByRole("button", { name: "Download CSV" }).click(),
    ])

    expect(file.suggestedFilename()).toBe("mobile-payments.csv")
    const lines = (await readFile(await file.path(), "utf8")).trim().split("\n")
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(new RegExp(`^${order.display_id},.*,paid,500,KES`))
    desk.page.expectNoProblems()
  })
})

describe("without a list to show", () => {
  it("says what will be there", async () => {
    await desk.page.route(list, (route) =>
      route.fulfill({
        json: { mobile_payments: [], count: 0, limit: 20, offset: 0 },
      })
    )
    await desk.load("mobile-payments")

    await desk.page.getByText("No mobile payments yet").waitFor()
    await desk.page
      .getByText(/appears here, from the moment it is placed/)
      .waitFor()
    await desk.shoot("mobile-payments-empty")
    desk.page.expectNoProblems()
  })

  it("shows that it is being loaded", async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await desk.page.route(list, async (route) => {
      await held
      await route.continue()
    })
    await desk.load("mobile-payments")

    await desk.page.getByRole("status", { name: "Loading" }).waitFor()
    await desk.shoot("mobile-payments-loading")
    release()
    await desk.page.getByRole("table").waitFor()
  })

  it("says what went wrong, and tries again", async () => {
    desk.page.allow(/\b500\b/)
    await desk.page.route(list, (route) =>
      route.fulfill({
        status: 500,
        json: { type: "unexpected_state", message: "Quote request 42." },
      })
    )
    await desk.load("mobile-payments")
    await desk.page.getByRole("alert").getByText("Quote request 42.").waitFor()
    await desk.shoot("mobile-payments-error")

    await desk.page.unroute(list)
    await desk.page.getByRole("button", { name: "Try again" }).click()

    await desk.page.getByRole("table").waitFor()
  })

  it("tells somebody without the permission which one it is", async () => {
    const theirs = await desk.open({
      as: await staffWho(shop, ["order:read"]),
      allow: [/status of 403/],
    })
    await visit(theirs, shop, "mobile-payments")

    const refusal = theirs.getByRole("alert")
    await refusal.getByText("You may not see this").waitFor()
    await refusal.getByText(/the permission mobile_payment:read\.$/).waitFor()
    expect(await refusal.getByRole("button").count()).toBe(0)
    expect(await theirs.getByRole("table").count()).toBe(0)
    await shoot(theirs, "mobile-payments-refused")
    theirs.expectNoProblems()
  })
})

it("can be read in the dark", async () => {
  await waiting()
  const dark = await desk.open({ dark: true })
  await visit(dark, shop, "mobile-payments")
  await dark.getByRole("table").waitFor()
  await shoot(dark, "mobile-payments-dark")

  expect(await dark.locator("html").getAttribute("class")).toBe("dark")
  dark.expectNoProblems()
})

describe("on a phone, in the dark", () => {
  it.each([
    ["mobile-payments", "Download CSV"],
    ["mobile-payments?tab=differences", "Show"],
    ["mobile-payments?tab=messages", "Show"],
  ])("%s stays inside the screen", async (path, there) => {
    await paid()
    const narrow = await desk.open(onAPhone)
    await visit(narrow, shop, path)
    await narrow.getByText(there, { exact: true }).first().waitFor()
    await narrow.settled()
    await shoot(narrow, `narrow-dark ${path.replace(/\W/g, "-")}`)

    expect(await overflow(narrow, "main")).toEqual([])
    expect(await narrow.locator("html").getAttribute("class")).toBe("dark")
    narrow.expectNoProblems()
    await narrow.close()
  })

  it("holds texts of any length", async () => {
    const narrow = await desk.open({ viewport: NARROW })
    await narrow.route(list, async (route) => {
      const answer = await route.fetch()
      const body = await answer.json()
      for (const payment of body.mobile_payments) {
        payment.email = `${"very.long.name.".repeat(20)}@example.com`
        payment.driver = "a-method-with-a-very-long-name"
        payment.amount = 1_234_567_890_123
      }
      await route.fulfill({ response: answer, json: body })
    })
    await visit(narrow, shop, "mobile-payments")
    await narrow.getByRole("table").waitFor()
    await shoot(narrow, "mobile-payments-narrow-long")

    expect(await overflow(narrow, "main")).toEqual([])
    narrow.expectNoProblems()
    await narrow.unrouteAll({ behavior: "ignoreErrors" })
  })
})
