import type { HttpTypes } from "@medusajs/framework/types"
import { checkoutBed } from "../http/checkout/bed"
import { useShop } from "../support"
import type { TestPage } from "../support/browser"
import {
  asking,
  onAPhone,
  overflow,
  shoot,
  staffWho,
  useDesk,
  visit,
} from "./bed"

const shop = useShop()
const desk = useDesk(shop)
const { body, checkout, variantOf } = checkoutBed(shop)

const cashOf = (page: TestPage) =>
  page.getByRole("region", { name: "Cash at the door" })
const cash = () => cashOf(desk.page)

let variant_id: string

beforeAll(async () => {
  variant_id = await variantOf({ prices: { kes: 250 }, stock: 100 })
})

/** An order of KES 500 whose shopper pays the driver. */
async function cashOrder() {
  const { body: placed } = await checkout(
    await body({ items: [{ variant_id, quantity: 1 }] })
  )
  return placed.order as HttpTypes.StoreOrder
}

const rowOf = async (orderId: string) =>
  (
    await shop.sql<{
      state: string
      collected: number | null
      difference: number | null
      note: string | null
    }>(
      `select state, amount_collected::float as collected,
         difference::float as difference, driver_note as note
       from cash_collection where order_id = $1`,
      [orderId]
    )
  )[0]

const collect = (orderId: string, amount: number) =>
  shop.admin(`/orders/${orderId}/cash`, { body: { action: "collect", amount } })

const cashPath = (orderId: string) => asking(`/admin/orders/${orderId}/cash`)

describe("the cash of an order", () => {
  it("is due, collected short with a note, and handed in", async () => {
    const order = await cashOrder()
    await desk.visit(`orders/${order.id}`)
    await cash().getByText("KES 500.00").waitFor()
    await cash().scrollIntoViewIfNeeded()
    await desk.shoot("cash-due")

    await cash().getByRole("button", { name: "Collect cash" }).click()
    const amount = desk.drawer().getByLabel("Amount brought (KES)")
    expect(await amount.inputValue()).toBe("500")
    await desk.drawer().getByText("Nothing short, nothing over").waitFor()
    await amount.fill("")
    expect(
      await desk.drawer().getByRole("button", { name: "Continue" }).isDisabled()
    ).toBe(true)
    await amount.fill("450")
    await desk.drawer().getByText("KES 50.00 short").waitFor()
    await desk.drawer().getByLabel("Note").fill("No change at the gate")
    await desk.shoot("cash-collect-drawer")
    await desk.press("Continue")
    await desk
      .question()
      .getByText(
        /^The order will show KES\s500\.00 as paid\. KES\s50\.00 short\./
      )
      .waitFor()
    await desk.shoot("cash-collect-confirm")
    expect(await rowOf(order.id)).toMatchObject({ state: "due" })
    await desk.press("Record KES 450.00")

    await desk.toast("KES 450.00 is recorded as collected.").waitFor()
    await cash().getByText("Collected", { exact: true }).first().waitFor()
    await cash().getByText("KES 50.00 short").waitFor()
    await cash().getByText("No change at the gate").waitFor()
    expect(await rowOf(order.id)).toEqual({
      state: "collected",
      collected: 450,
      difference: -50,
      note: "No change at the gate",
    })
    await desk.page.getByText("Captured").first().waitFor()

    await cash().getByRole("button", { name: "Hand in" }).click()
    await desk.drawer().getByLabel("Note").fill("Box 3")
    await desk.shoot("cash-settle-drawer")
    await desk.press("Continue")
    await desk.press("Record as handed in")

    await desk.toast("KES 450.00 is recorded as handed in.").waitFor()
    await cash().getByText("Handed in", { exact: true }).first().waitFor()
    expect((await cash().innerText()).replace(/\s+/g, " ")).toMatch(
      /Note No change at the gate Box 3 Collected by .+ · .+ Handed in to .+ · .+/
    )
    expect(await cash().getByRole("button").count()).toBe(0)
    expect(await rowOf(order.id)).toMatchObject({
      state: "settled",
      note: "No change at the gate\nBox 3",
    })
    await cash().scrollIntoViewIfNeeded()
    await desk.shoot("cash-settled")
    desk.page.expectNoProblems()
  })

  it("may be more than was due", async () => {
    const order = await cashOrder()
    await desk.visit(`orders/${order.id}`)
    await cash().getByRole("button", { name: "Collect cash" }).click()
    await desk.drawer().getByLabel("Amount brought (KES)").fill("520")
    await desk.press("Continue")
    await desk.press("Record KES 520.00")

    await cash().getByText("KES 20.00 over").waitFor()
    expect(await rowOf(order.id)).toMatchObject({
      collected: 520,
      difference: 20,
      note: null,
    })
  })

  it("is collected once, and the second one is told so", async () => {
    const order = await cashOrder()
    desk.page.allow(/status of 409/)
    await desk.visit(`orders/${order.id}`)
    await cash().getByRole("button", { name: "Collect cash" }).click()
    await desk.press("Continue")
    await desk.question().waitFor()
    await collect(order.id, 480)

    await desk.press("Record KES 500.00")

    await desk.toast("The cash of this order was collected already.").waitFor()
    await cash().getByText("KES 20.00 short").waitFor()
    expect(await rowOf(order.id)).toMatchObject({ collected: 480 })
  })

  it("is left alone when the last question is answered with no", async () => {
    const order = await cashOrder()
    await desk.visit(`orders/${order.id}`)
    await cash().getByRole("button", { name: "Collect cash" }).click()
    await desk.press("Continue")
    await desk.question().getByRole("button", { name: "Cancel" }).click()
    await desk.question().waitFor({ state: "detached" })
    await desk.page.keyboard.press("Escape")
    await desk.drawer().waitFor({ state: "detached" })

    expect(await rowOf(order.id)).toMatchObject({ state: "due" })
  })

  it("is not due when the order is cancelled", async () => {
    const order = await cashOrder()
    await shop.admin(`/orders/${order.id}/cancel`, { method: "POST" })
    await desk.visit(`orders/${order.id}`)

    await cash().getByText("The order was cancelled; no cash is due.").waitFor()
    expect(await cash().getByRole("button").count()).toBe(0)
  })

  it("is not there for an order that pays another way", async () => {
    const order = await shop.fixtures.order()
    await desk.visit(`orders/${order.id}`)
    await desk.page.getByRole("heading", { name: "Activity" }).waitFor()
    await desk.page.settled()

    expect(await cash().count()).toBe(0)
  })

  it("is seen by somebody who may only look, and not more", async () => {
    const order = await cashOrder()
    const theirs = await desk.open({
      as: await staffWho(shop, ["order:read"]),
      allow: [/status of 403/],
    })
    await visit(theirs, shop, `orders/${order.id}`)
    await cashOf(theirs).getByText("KES 500.00").waitFor()
    await theirs.settled()

    expect(await cashOf(theirs).getByRole("button").count()).toBe(0)
    await theirs.close()
  })
})

describe("while it is not there", () => {
  it("shows that it is being loaded", async () => {
    const order = await cashOrder()
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await desk.page.route(cashPath(order.id), async (route) => {
      await held
      await route.continue()
    })
    await desk.visit(`orders/${order.id}`)

    await cash().getByRole("status", { name: "Loading" }).waitFor()
    await cash().scrollIntoViewIfNeeded()
    await desk.shoot("cash-loading")
    release()
    await cash().getByText("KES 500.00").waitFor()
    desk.page.expectNoProblems()
  })

  it("says what went wrong, and tries again", async () => {
    const order = await cashOrder()
    desk.page.allow(/\b500\b/)
    await desk.page.route(cashPath(order.id), (route) =>
      route.fulfill({
        status: 500,
        json: { type: "unexpected_state", message: "Quote request 42." },
      })
    )
    await desk.visit(`orders/${order.id}`)
    await cash().getByText("Quote request 42.").waitFor()
    await cash().scrollIntoViewIfNeeded()
    await desk.shoot("cash-error")

    await desk.page.unroute(cashPath(order.id))
    await cash().getByRole("button", { name: "Try again" }).click()
    await cash().getByText("KES 500.00").waitFor()
  })
})

it("stays inside a phone's screen in the dark, with much to say", async () => {
  const order = await cashOrder()
  await shop.admin(`/orders/${order.id}/cash`, {
    body: {
      action: "collect",
      amount: 999_999_999,
      note: `${"many words ".repeat(25)}${"x".repeat(200)}`,
    },
  })
  const narrow = await desk.open(onAPhone)
  await visit(narrow, shop, `orders/${order.id}`)
  await cashOf(narrow).getByText(/over$/).waitFor()
  await cashOf(narrow).scrollIntoViewIfNeeded()
  await shoot(narrow, "cash-narrow-dark")

  expect(await overflow(narrow, "[role=region]")).toEqual([])
  narrow.expectNoProblems()
  await narrow.close()
})
