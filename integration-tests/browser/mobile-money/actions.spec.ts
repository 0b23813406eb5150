import { darajaFaults } from "../../../simulators/daraja/faults"
import {
  attemptsOf,
  awaitedOf,
  booksOf,
  eventually,
  newPhone,
  phoneOrder,
  promptOn,
  stateOf,
} from "../../http/mobile-money/bed"
import { openBrowser, type TestPage, useShop } from "../../support"
import {
  CORE_NESTING,
  cancelledOrder,
  paidOrder,
  rested,
  shoot,
  storyOf,
  visit,
} from "./bed"

const shop = useShop()

let page: TestPage

beforeAll(async () => {
  page = await (await openBrowser()).open({ allow: [CORE_NESTING] })
  await page.loginAsAdmin()
})

afterEach(async () => {
  await shop.sim.clearFaults("daraja")
  await shop.sim.config("daraja", {})
})

const press = (name: string) =>
  page.getByRole("button", { name, exact: true }).click()

const drawer = () => page.getByRole("dialog")
const toast = (text: string | RegExp) =>
  page.locator("[data-sonner-toast]").getByText(text)

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
    page.allow(/status of 400/)
    await visit(page, shop, `orders/${order.id}`)

    await storyOf(page).getByRole("button", { name: "Ask phone again" }).click()
    await shoot(page, "mobile-ask-drawer")
    await press("Ask for KES 500.00")

    await toast(/^The phone may still be asking\..* \d+ seconds\.$/).waitFor()
    await shoot(page, "mobile-ask-refused")
    expect(await attemptsOf(shop, order.id)).toHaveLength(1)
    await page.keyboard.press("Escape")
    await drawer().waitFor({ state: "detached" })
    expect(
      await page.evaluate<string>("document.activeElement.textContent")
    ).toBe("Ask phone again")
  })

  it("rings another phone when one is given", async () => {
    const { order } = await cancelledOrder(shop)
    await rested(shop, order.id)
    const other = newPhone()
    await visit(page, shop, `orders/${order.id}`)

    await storyOf(page).getByRole("button", { name: "Ask phone again" }).click()
    await page.getByLabel("Another phone number").fill(`0${other.slice(3)}`)
    await page.keyboard.press("Enter")

    await toast("The phone was asked.").waitFor()
    expect(await promptOn(shop, other)).toMatchObject({ amount: order.total })
    await drawer().waitFor({ state: "detached" })
    await storyOf(page)
      .getByText(/^Attempt 2 · /)
      .waitFor()
    await storyOf(page)
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
    await shop.sim.faults("daraja", [darajaFaults.lostCallback])
    const { order, phone } = await phoneOrder(shop)
    const prompt = await promptOn(shop, phone)
    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    await shop.sim.idle("daraja")
    await visit(page, shop, `orders/${order.id}`)

    await storyOf(page).getByRole("button", { name: "Check now" }).click()

    await toast("The provider says: paid.").waitFor()
    await storyOf(page).getByText("Paid", { exact: true }).first().waitFor()
    expect(await booksOf(shop, order.id)).toMatchObject({
      captured: order.total,
    })
  })

  it("says that nothing was found", async () => {
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)
    await visit(page, shop, `orders/${order.id}`)

    await storyOf(page).getByRole("button", { name: "Check now" }).click()

    await toast(/The order is not paid yet\.$/).waitFor()
    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "waiting" })
  })
})

describe("matching a receipt", () => {
  const match = async (receipt: string) => {
    await storyOf(page).getByRole("button", { name: "Match receipt" }).click()
    await drawer().getByLabel("Receipt number").fill(receipt)
    await shoot(page, "mobile-match-drawer")
    await drawer().getByRole("button", { name: "Match receipt" }).click()
  }

  it("counts when the provider confirms it", async () => {
    await shop.sim.faults("daraja", [darajaFaults.lostCallback])
    const { order, phone } = await phoneOrder(shop)
    const prompt = await promptOn(shop, phone)
    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    await shop.sim.idle("daraja")
    await visit(page, shop, `orders/${order.id}`)

    await match("uk7handmade")

    await toast("The provider confirmed the receipt.").waitFor()
    await stateOf(shop, order.id, "paid")
    expect(await attemptsOf(shop, order.id)).toMatchObject([
      { state: "settled", receipt: "UK7HANDMADE" },
    ])
  })

  it("changes nothing when the provider does not", async () => {
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)
    page.allow(/status of 400/)
    await visit(page, shop, `orders/${order.id}`)

    await match("FORGED0001")

    await toast(/^The provider does not confirm this payment/).waitFor()
    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "waiting" })
    expect(await attemptsOf(shop, order.id)).toMatchObject([{ receipt: null }])
    await page.keyboard.press("Escape")
  })

  it("does not send what cannot be a receipt", async () => {
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)
    await visit(page, shop, `orders/${order.id}`)
    await storyOf(page).getByRole("button", { name: "Match receipt" }).click()
    await drawer().getByLabel("Receipt number").fill("no!")

    expect(
      await drawer().getByRole("button", { name: "Match receipt" }).isDisabled()
    ).toBe(true)
    await page.keyboard.press("Escape")
  })
})

describe("returning money", () => {
  it("by reversal is done only when the provider confirms it", async () => {
    await shop.sim.config("daraja", { result_delay_ms: 6_000 })
    const { order } = await paidOrder(shop)
    await visit(page, shop, `orders/${order.id}`)

    await storyOf(page).getByRole("button", { name: "Return money" }).click()
    await shoot(page, "mobile-return-drawer")
    await press("Continue")
    await page
      .getByRole("alertdialog")
      .getByText(/^KES\s500\.00 will be taken from the shop's account/)
      .waitFor()
    await shoot(page, "mobile-return-confirm")
    await press("Return KES 500.00")

    await toast(/It is done when the provider confirms it\.$/).waitFor()
    await storyOf(page).getByText("On its way, not confirmed").waitFor()
    expect(await storyOf(page).getByText("Back with the shopper").count()).toBe(
      0
    )
    expect(await returnsOf(order.id)).toMatchObject([
      { way: "reversal", state: "sent", amount: 500 },
    ])
    expect(await booksOf(shop, order.id)).toMatchObject({ refunded: 0 })
    await storyOf(page).scrollIntoViewIfNeeded()
    await shoot(page, "mobile-return-under-way")

    await storyOf(page).getByText("Back with the shopper").waitFor()
    expect(await returnsOf(order.id)).toMatchObject([{ state: "done" }])
    expect(await booksOf(shop, order.id)).toMatchObject({ refunded: 500 })
    await shoot(page, "mobile-return-done")
    expect(
      await storyOf(page).getByRole("button", { name: "Return money" }).count()
    ).toBe(0)
    page.expectNoProblems()
  })

  it("that the provider refuses says so, and can be tried another way", async () => {
    await shop.sim.config("daraja", { reversal_code: "1" })
    const { order } = await paidOrder(shop)
    await visit(page, shop, `orders/${order.id}`)

    await storyOf(page).getByRole("button", { name: "Return money" }).click()
    await press("Continue")
    await press("Return KES 500.00")

    await storyOf(page).getByText("Could not be returned").waitFor()
    await storyOf(page).getByText("1 difference to resolve").waitFor()
    await storyOf(page).getByText("Money could not be given back").waitFor()
    await storyOf(page).getByRole("button", { name: "Return money" }).waitFor()
    await storyOf(page).scrollIntoViewIfNeeded()
    await shoot(page, "mobile-return-failed")
    expect(await booksOf(shop, order.id)).toMatchObject({ refunded: 0 })
  })

  it("by hand records a part, and leaves the rest", async () => {
    const { order } = await paidOrder(shop)
    await visit(page, shop, `orders/${order.id}`)

    await storyOf(page).getByRole("button", { name: "Return money" }).click()
    await page.getByRole("radio", { name: "I have sent money by hand" }).click()
    await page.getByLabel("Amount sent (KES)").fill("100")
    await page.getByLabel("Note").fill("Scratched case")
    await press("Continue")
    await page
      .getByRole("alertdialog")
      .getByText(/refunded/)
      .waitFor()
    expect(await returnsOf(order.id)).toEqual([])
    await press("Record KES 100.00")

    await toast("KES 100.00 is recorded as returned.").waitFor()
    await eventually(
      "the refund",
      async () => (await booksOf(shop, order.id)).refunded === 100
    )
    expect(await returnsOf(order.id)).toEqual([
      { way: "manual", state: "done", amount: 100, note: "Scratched case" },
    ])
    await storyOf(page).getByRole("button", { name: "Return money" }).click()
    await drawer().getByText("KES 400.00 of KES 500.00 can go back.").waitFor()
    expect(
      await page
        .getByRole("radio", { name: "Reverse the payment" })
        .isDisabled()
    ).toBe(true)
    await page.keyboard.press("Escape")
    page.expectNoProblems()
  })

  it("does nothing when the last question is answered with no", async () => {
    const { order } = await paidOrder(shop)
    await visit(page, shop, `orders/${order.id}`)

    await storyOf(page).getByRole("button", { name: "Return money" }).click()
    await press("Continue")
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Cancel" })
      .click()
    await page.getByRole("alertdialog").waitFor({ state: "detached" })
    await page.keyboard.press("Escape")
    await drawer().waitFor({ state: "detached" })

    expect(await returnsOf(order.id)).toEqual([])
  })
})
