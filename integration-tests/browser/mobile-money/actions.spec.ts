import {
  attemptsOf,
  awaitedOf,
  booksOf,
  eventually,
  newPhone,
  promptOn,
  stateOf,
} from "../../http/mobile-money/bed"
import { useShop } from "../../support"
import { useDesk } from "../bed"
import {
  cancelledOrder,
  paidOrder,
  phoneOrder,
  rested,
  storyOf,
  unheardOrder,
} from "./bed"

const shop = useShop()
const desk = useDesk(shop)
const story = () => storyOf(desk.page)

afterEach(async () => {
  await shop.sim.clearFaults("daraja")
  await shop.sim.config("daraja", { reversal_code: null })
})

type Returned = { way: string; state: string; amount: number; note: string }

const returnsOf = (orderId: string) =>
  shop.sql<Returned>(
    `select r.way, r.state, r.amount::float as amount, r.note
     from money_return r join payment_attempt a on a.id = r.attempt_id
     join awaited_payment w on w.id = a.awaited_id where w.order_id = $1`,
    [orderId]
  )

describe("asking the phone again", () => {
  it("is refused while the phone may still answer, in the API's words", async () => {
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)
    desk.page.allow(/status of 400/)
    await desk.visit(`orders/${order.id}`)

    await story().getByRole("button", { name: "Ask phone again" }).click()
    await desk.shoot("mobile-ask-drawer")
    await desk.press("Ask for KES 500.00")

    await desk
      .toast(/^The phone may still be asking\..* \d+ seconds\.$/)
      .waitFor()
    await desk.shoot("mobile-ask-refused")
    expect(await attemptsOf(shop, order.id)).toHaveLength(1)
    await desk.page.keyboard.press("Escape")
    await desk.drawer().waitFor({ state: "detached" })
    expect(
      await desk.page.evaluate<string>("document.activeElement.textContent")
    ).toBe("Ask phone again")
  })

  it("rings another phone when one is given", async () => {
    const { order } = await cancelledOrder(shop)
    await rested(shop, order.id)
    const other = newPhone()
    await desk.visit(`orders/${order.id}`)

    await story().getByRole("button", { name: "Ask phone again" }).click()
    await desk.page
      .getByLabel("Another phone number")
      .fill(`0${other.slice(3)}`)
    await desk.page.keyboard.press("Enter")

    await desk.toast("The phone was asked.").waitFor()
    expect(await promptOn(shop, other)).toMatchObject({ amount: order.total })
    await desk.drawer().waitFor({ state: "detached" })
    await story()
      .getByText(/^Attempt 2 · /)
      .waitFor()
    await story()
      .getByText(/^Started by (?!Shopper)/)
      .waitFor()
    expect(await attemptsOf(shop, order.id)).toMatchObject([
      { number: 1, state: "failed" },
      { number: 2, state: "asked" },
    ])
  })
})

describe("checking with the provider", () => {
  it("finds money whose message was lost", async () => {
    const { order } = await unheardOrder(shop)
    await desk.visit(`orders/${order.id}`)

    await story().getByRole("button", { name: "Check now" }).click()

    await desk.toast("The provider says: paid.").waitFor()
    await story().getByText("Paid", { exact: true }).first().waitFor()
    expect(await booksOf(shop, order.id)).toMatchObject({
      captured: order.total,
    })
  })

  it("says that nothing was found", async () => {
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)
    await desk.visit(`orders/${order.id}`)

    await story().getByRole("button", { name: "Check now" }).click()

    await desk.toast(/The order is not paid yet\.$/).waitFor()
    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "waiting" })
  })
})

describe("matching a receipt", () => {
  const match = async (receipt: string) => {
    await story().getByRole("button", { name: "Match receipt" }).click()
    await desk.drawer().getByLabel("Receipt number").fill(receipt)
    await desk.shoot("mobile-match-drawer")
    await desk.drawer().getByRole("button", { name: "Match receipt" }).click()
  }

  it("counts when the provider confirms it", async () => {
    const { order } = await unheardOrder(shop)
    await desk.visit(`orders/${order.id}`)

    await match("uk7handmade")

    await desk.toast("The provider confirmed the receipt.").waitFor()
    await stateOf(shop, order.id, "paid")
    expect(await attemptsOf(shop, order.id)).toMatchObject([
      { state: "settled", receipt: "UK7HANDMADE" },
    ])
  })

  it("changes nothing when the provider does not", async () => {
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)
    desk.page.allow(/status of 400/)
    await desk.visit(`orders/${order.id}`)

    await match("FORGED0001")

    await desk.toast(/^The provider does not confirm this payment/).waitFor()
    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "waiting" })
    expect(await attemptsOf(shop, order.id)).toMatchObject([{ receipt: null }])
    await desk.page.keyboard.press("Escape")
  })

  it("does not send what cannot be a receipt", async () => {
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)
    await desk.visit(`orders/${order.id}`)
    await story().getByRole("button", { name: "Match receipt" }).click()
    await desk.drawer().getByLabel("Receipt number").fill("no!")

    expect(
      await desk
        .drawer()
        .getByRole("button", { name: "Match receipt" })
        .isDisabled()
    ).toBe(true)
    await desk.page.keyboard.press("Escape")
  })
})

describe("returning money", () => {
  it("by reversal is done only when the provider confirms it", async () => {
    // Safaricom says how it ended when the next message overtakes it.
    await shop.sim.faults("daraja", [
      {
        fault: "reorder",
        ms: 60_000,
        match: { on: "callback", event: "reversal.result" },
      },
    ])
    const { order } = await paidOrder(shop)
    await desk.visit(`orders/${order.id}`)

    await story().getByRole("button", { name: "Return money" }).click()
    await desk.shoot("mobile-return-drawer")
    await desk.press("Continue")
    await desk.page
      .getByRole("alertdialog")
      .getByText(/^KES\s500\.00 will be taken from the shop's account/)
      .waitFor()
    await desk.shoot("mobile-return-confirm")
    await desk.press("Return KES 500.00")

    await desk.toast(/It is done when the provider confirms it\.$/).waitFor()
    await story().getByText("On its way, not confirmed").waitFor()
    expect(await story().getByText("Back with the shopper").count()).toBe(0)
    expect(await returnsOf(order.id)).toMatchObject([
      { way: "reversal", state: "sent", amount: 500 },
    ])
    expect(await booksOf(shop, order.id)).toMatchObject({ refunded: 0 })
    await story().scrollIntoViewIfNeeded()
    await desk.shoot("mobile-return-under-way")
    await cancelledOrder(shop)

    await story().getByText("Back with the shopper").waitFor()
    expect(await returnsOf(order.id)).toMatchObject([{ state: "done" }])
    expect(await booksOf(shop, order.id)).toMatchObject({ refunded: 500 })
    await desk.shoot("mobile-return-done")
    expect(
      await story().getByRole("button", { name: "Return money" }).count()
    ).toBe(0)
    desk.page.expectNoProblems()
  })

  it("that the provider refuses says so, and can be tried another way", async () => {
    await shop.sim.config("daraja", { reversal_code: "1" })
    const { order } = await paidOrder(shop)
    await desk.visit(`orders/${order.id}`)

    await story().getByRole("button", { name: "Return money" }).click()
    await desk.press("Continue")
    await desk.press("Return KES 500.00")

    await story().getByText("Could not be returned").waitFor()
    await story().getByText("1 difference to resolve").waitFor()
    await story().getByText("Money could not be given back").waitFor()
    await story().getByRole("button", { name: "Return money" }).waitFor()
    await story().scrollIntoViewIfNeeded()
    await desk.shoot("mobile-return-failed")
    expect(await booksOf(shop, order.id)).toMatchObject({ refunded: 0 })
  })

  it("by hand records a part, and leaves the rest", async () => {
    const { order } = await paidOrder(shop)
    await desk.visit(`orders/${order.id}`)

    await story().getByRole("button", { name: "Return money" }).click()
    await desk.page
      .getByRole("radio", { name: "I have sent money by hand" })
      .click()
    await desk.page.getByLabel("Amount sent (KES)").fill("100")
    await desk.page.getByLabel("Note").fill("Scratched case")
    await desk.press("Continue")
    await desk.page
      .getByRole("alertdialog")
      .getByText(/refunded/)
      .waitFor()
    expect(await returnsOf(order.id)).toEqual([])
    await desk.press("Record KES 100.00")

    await desk.toast("KES 100.00 is recorded as returned.").waitFor()
    await eventually(
      "the refund",
      async () => (await booksOf(shop, order.id)).refunded === 100
    )
    expect(await returnsOf(order.id)).toEqual([
      { way: "manual", state: "done", amount: 100, note: "Scratched case" },
    ])
    await story().getByRole("button", { name: "Return money" }).click()
    await desk
      .drawer()
      .getByText("KES 400.00 of KES 500.00 can go back.")
      .waitFor()
    expect(
      await desk.page
        .getByRole("radio", { name: "Reverse the payment" })
        .isDisabled()
    ).toBe(true)
    await desk.page.keyboard.press("Escape")
    desk.page.expectNoProblems()
  })

  it("does nothing when the last question is answered with no", async () => {
    const { order } = await paidOrder(shop)
    await desk.visit(`orders/${order.id}`)

    await story().getByRole("button", { name: "Return money" }).click()
    await desk.press("Continue")
    await desk.page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Cancel" })
      .click()
    await desk.page.getByRole("alertdialog").waitFor({ state: "detached" })
    await desk.page.keyboard.press("Escape")
    await desk.drawer().waitFor({ state: "detached" })

    expect(await returnsOf(order.id)).toEqual([])
  })
})
