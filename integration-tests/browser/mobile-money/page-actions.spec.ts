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
import { PAYMENTS } from "./bed"

const shop = useShop()
const desk = useDesk(shop)

const REGISTER_URLS = "/mpesa/c2b/v2/registerurl"
const reconcile = asking(`${PAYMENTS}/reconcile`)

afterEach(() => shop.sim.clearFaults("daraja"))

const result = (name: string) => desk.page.getByRole("status", { name })

const factOf = async (name: string, label: string) => {
  const said = await result(name).innerText()
  return new RegExp(`${label}\\s+(\\d+)`).exec(said)?.[1]
}

const registered = async () =>
  (await shop.sim.journal("daraja")).filter(
    ({ path, direction }) => direction === "in" && path === REGISTER_URLS
  ).length

describe("registering the addresses", () => {
  const fill = async (phone: string) => {
    await desk.press("Register addresses")
    await desk.drawer().getByLabel("The shop's own number").fill(phone)
  }

  it("says what it does, asks first, and shows that it is done", async () => {
    const before = await registered()
    await desk.visit("mobile-payments")
    await fill("12")
    expect(
      await desk.drawer().getByRole("button", { name: "Continue" }).isDisabled()
    ).toBe(true)
    await desk
      .drawer()
      .getByLabel("The shop's own number")
      .fill("+254 700 000 000")
    await desk
      .drawer()
      .getByText(/opens its books for comparing\.$/)
      .waitFor()
    await desk.shoot("mobile-register-drawer")
    await desk.press("Continue")
    await desk.question().getByText("Register with M-Pesa?").waitFor()
    await desk.shoot("mobile-register-confirm")
    expect(await registered()).toBe(before)
    await desk.question().getByRole("button", { name: "Register" }).click()

    await desk.toast("M-Pesa has taken the address.").waitFor()
    await result("M-Pesa is registered")
      .getByText(
        "M-Pesa announces payments to this shop and shows it its books."
      )
      .waitFor()
    await desk.shoot("mobile-registered")
    expect(await registered()).toBe(before + 1)
    await desk.press("Close")
    await result("M-Pesa is registered").waitFor({ state: "detached" })
    desk.page.expectNoProblems()
  })

  it("does nothing when the last question is answered with no", async () => {
    const before = await registered()
    await desk.visit("mobile-payments")
    await fill("254700000000")
    await desk.press("Continue")
    await desk.question().getByRole("button", { name: "Cancel" }).click()
    await desk.question().waitFor({ state: "detached" })
    await desk.page.keyboard.press("Escape")
    await desk.drawer().waitFor({ state: "detached" })

    expect(await registered()).toBe(before)
  })

  it("tells in the provider's words why it was refused", async () => {
    await shop.sim.faults("daraja", [
      {
        fault: "status",
        status: 400,
        headers: { "content-type": "application/json" },
        body: {
          requestId: "1",
          errorCode: "400.003.02",
          errorMessage: "Bad Request - Invalid ShortCode",
        },
        match: { path: REGISTER_URLS },
      },
    ])
    desk.page.allow(/status of 400/)
    await desk.visit("mobile-payments")
    await fill("254700000000")
    await desk.press("Continue")
    await desk.question().getByRole("button", { name: "Register" }).click()

    await desk.toast(/^The provider refused: .*Invalid ShortCode/).waitFor()
    expect(
      await desk.drawer().getByLabel("The shop's own number").inputValue()
    ).toBe("254700000000")
    expect(await result("M-Pesa is registered").count()).toBe(0)
    await desk.page.keyboard.press("Escape")
  })
})

describe("reconciling now", () => {
  it("says that it runs, then what was looked at and what differs", async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await desk.page.route(reconcile, async (route) => {
      await held
      await route.continue()
    })
    await desk.visit("mobile-payments")
    await desk.press("Reconcile now")
    await desk.page.getByText(/^The providers are asked/).waitFor()
    await desk.shoot("mobile-reconcile-running")
    release()

    const name = "What the comparison found"
    await result(name).waitFor()
    await desk.toast("Everything was compared.").waitFor()
    await desk.shoot("mobile-reconciled")
    const [{ open }] = await shop.sql<{ open: string }>(
      "select count(*) as open from payment_difference where resolved_at is null"
    )
    expect(await factOf(name, "Differences to resolve")).toBe(open)
    for (const label of [
      "Payments looked at",
      "Orders compared",
      "Returns looked at",
      "Messages worked on",
      "New differences",
    ]) {
      expect(await factOf(name, label)).toMatch(/^\d+$/)
    }
    desk.page.expectNoProblems()
  })

  it("says what it could not do, and leads to what is to resolve", async () => {
    await desk.page.route(reconcile, (route) =>
      route.fulfill({
        json: {
          reconciled: true,
          looked_at: { payments: 1204, orders: 3, returns: 0, messages: 7 },
          left: 2,
          unread_books: 1,
          differences: { new: 1, open: 4 },
        },
      })
    )
    await desk.visit("mobile-payments")
    await desk.press("Reconcile now")

    const found = result("What the comparison found")
    await found.getByText("1 provider did not show its books.").waitFor()
    await found.getByText(/^2 could not be finished/).waitFor()
    await found.getByText("1,204").waitFor()
    await desk.toast(/^Not all could be compared/).waitFor()
    await desk.shoot("mobile-reconciled-in-part")
    await found.getByRole("link", { name: "4" }).click()
    await desk.page.waitForURL("**/mobile-payments?tab=differences")
  })

  it("says what went wrong, and can be pressed again", async () => {
    desk.page.allow(/\b500\b/)
    await desk.page.route(reconcile, (route) =>
      route.fulfill({
        status: 500,
        json: {
          type: "unexpected_state",
          code: "internal_error",
          message: "Something went wrong on our side.",
          request_id: "req-42",
        },
      })
    )
    await desk.visit("mobile-payments")
    await desk.press("Reconcile now")

    await desk.toast(/Quote req-42 when you report it\.$/).waitFor()
    await desk.page
      .getByText(/^The providers are asked/)
      .waitFor({ state: "detached" })
    expect(
      await desk.page.getByRole("button", { name: "Reconcile now" }).isEnabled()
    ).toBe(true)
  })
})

it("offers neither to somebody who may only look", async () => {
  const theirs = await desk.open({
    as: await staffWho(shop, ["mobile_payment:read"]),
    allow: [/status of 403/],
  })
  await visit(theirs, shop, "mobile-payments")
  await theirs.getByRole("tab", { name: "Messages" }).waitFor()
  await theirs.settled()

  for (const name of ["Reconcile now", "Register addresses"]) {
    expect(await theirs.getByRole("button", { name }).count()).toBe(0)
  }
})

it.each([
  ["dark", onAPhone],
  ["light", { viewport: NARROW }],
])("stays inside a phone's screen (%s)", async (theme, options) => {
  const narrow = await desk.open(options)
  await narrow.route(reconcile, (route) =>
    route.fulfill({
      json: {
        reconciled: true,
        looked_at: {
          payments: 123_456_789,
          orders: 3,
          returns: 0,
          messages: 7,
        },
        left: 2,
        unread_books: 1,
        differences: { new: 1, open: 4 },
      },
    })
  )
  await visit(narrow, shop, "mobile-payments")
  await narrow.getByRole("button", { name: "Reconcile now" }).click()
  await narrow.getByText("123,456,789").waitFor()
  await shoot(narrow, `mobile-reconciled-narrow-${theme}`)
  expect(await overflow(narrow, "main")).toEqual([])

  await narrow.getByRole("button", { name: "Register addresses" }).click()
  await narrow.getByLabel("The shop's own number").waitFor()
  await shoot(narrow, `mobile-register-narrow-${theme}`)
  expect(await overflow(narrow, "[role=dialog]")).toEqual([])
  narrow.expectNoProblems()
  await narrow.unrouteAll({ behavior: "ignoreErrors" })
  await narrow.close()
})
