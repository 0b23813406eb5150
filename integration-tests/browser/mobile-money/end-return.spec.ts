import { booksOf, eventually, returnsOf } from "../../http/mobile-money/bed"
import { useShop } from "../../support"
import { onAPhone, overflow, shoot, staffWho, useDesk, visit } from "../bed"
import { paidOrder, storyOf } from "./bed"

const shop = useShop()
const desk = useDesk(shop)
const story = () => storyOf(desk.page)

afterEach(() => shop.sim.clearFaults("daraja"))

/** An order whose money was sent back, and whose provider never answers. */
async function unanswered() {
  const { order } = await paidOrder(shop)
  await shop.sim.faults("daraja", [
    { fault: "drop", match: { on: "callback", event: "reversal.result" } },
  ])
  await shop.admin(`/orders/${order.id}/mobile-payment/return`, {
    body: { way: "reversal" },
  })
  const [returned] = await returnsOf(shop, order.id)
  expect(returned.state).toBe("sent")
  return { order, returned }
}

const open = async (orderId: string) => {
  await desk.visit(`orders/${orderId}`)
  await story().getByRole("button", { name: "End return" }).click()
}

describe("a return the provider does not answer for", () => {
  it("is recorded as sent by hand, after a last question", async () => {
    const { order } = await unanswered()
    await open(order.id)
    const submit = desk.drawer().getByRole("button", { name: "Continue" })
    await desk.drawer().getByLabel("What you found").fill("  a ")
    expect(await submit.isDisabled()).toBe(true)
    await desk.drawer().getByLabel("What you found").fill("Sent, receipt XYZ")
    await desk.shoot("mobile-end-return-drawer")
    await submit.click()
    await desk.question().getByText("Record KES 500.00 as returned?").waitFor()
    await desk.shoot("mobile-end-return-confirm")
    expect(await returnsOf(shop, order.id)).toMatchObject([{ state: "sent" }])
    await desk
      .question()
      .getByRole("button", { name: "Record KES 500.00" })
      .click()

    await desk.toast("KES 500.00 is recorded as returned.").waitFor()
    await story().getByText("Back with the shopper").waitFor()
    expect(await returnsOf(shop, order.id)).toMatchObject([{ state: "done" }])
    expect(await booksOf(shop, order.id)).toMatchObject({ refunded: 500 })
    await story()
      .getByRole("button", { name: "End return" })
      .waitFor({ state: "detached" })
    desk.page.expectNoProblems()
  })

  it("is given up with a reason, and can be tried another way", async () => {
    const { order } = await unanswered()
    await open(order.id)
    await desk.page.getByRole("radio", { name: "It did not arrive" }).click()
    await desk.drawer().getByLabel("What you found").fill("Not on the pages")
    await desk.press("Continue")
    await desk
      .question()
      .getByText(/the shop has paid twice/)
      .waitFor()
    await desk.press("Give up")

    await desk.toast("The return of KES 500.00 is given up.").waitFor()
    await story().getByText("Could not be returned").waitFor()
    await story().getByText("Not on the pages").waitFor()
    await story().getByText("1 difference to resolve").waitFor()
    await story().getByRole("button", { name: "Return money" }).waitFor()
    await story().scrollIntoViewIfNeeded()
    await desk.shoot("mobile-return-given-up")
    expect(await returnsOf(shop, order.id)).toMatchObject([
      { state: "failed", error: "Not on the pages" },
    ])
    expect(await booksOf(shop, order.id)).toMatchObject({ refunded: 0 })
  })

  it("is ended once, and the second one is told so", async () => {
    const { order, returned } = await unanswered()
    desk.page.allow(/status of 400/)
    await open(order.id)
    await desk.drawer().getByLabel("What you found").fill("Mine")
    await desk.press("Continue")
    await desk.question().waitFor()
    await shop.admin(`/mobile-payments/returns/${returned.id}/end`, {
      body: { state: "failed", note: "Theirs" },
    })

    await desk.press("Record KES 500.00")

    await desk.toast("This return has ended already.").waitFor()
    await eventually("the story as it is", async () =>
      story().getByText("Could not be returned").isVisible()
    )
    expect(await returnsOf(shop, order.id)).toMatchObject([
      { state: "failed", error: "Theirs" },
    ])
  })

  it("is not offered to somebody who may only look", async () => {
    const { order } = await unanswered()
    const theirs = await desk.open({
      as: await staffWho(shop, ["order:read", "mobile_payment:read"]),
      allow: [/status of 403/],
    })
    await visit(theirs, shop, `orders/${order.id}`)
    await storyOf(theirs).getByText("On its way, not confirmed").waitFor()
    await theirs.settled()

    expect(
      await storyOf(theirs).getByRole("button", { name: "End return" }).count()
    ).toBe(0)
    await theirs.close()
  })

  it("is ended on a phone, in the dark", async () => {
    const { order } = await unanswered()
    const narrow = await desk.open(onAPhone)
    await visit(narrow, shop, `orders/${order.id}`)
    await storyOf(narrow).getByRole("button", { name: "End return" }).click()
    await narrow.getByLabel("What you found").fill("word ".repeat(99))
    await shoot(narrow, "mobile-end-return-narrow-dark")

    expect(await overflow(narrow, "[role=dialog]")).toEqual([])
    expect(await overflow(narrow, "[role=region]")).toEqual([])
    narrow.expectNoProblems()
    await narrow.close()
  })
})
