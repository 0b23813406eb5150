import { unique, useShop } from "../../support"
import {
  openBrowser,
  type TestBrowser,
  type TestPage,
} from "../../support/browser"
import { asking, onAPhone, overflow, shoot, staffWho, visit } from "../bed"
import { item, listOf, reviewRow, stateOf, toast } from "./bed"

const shop = useShop()

let browser: TestBrowser
let page: TestPage

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.open({ as: "admin" })
})

afterEach(() => page.unrouteAll({ behavior: "ignoreErrors" }))

const dialog = () => page.getByRole("dialog")
const button = (name: string, within = page.locator("main")) =>
  within.getByRole("button", { name, exact: true })

describe("the page of reviews", () => {
  it("takes a review down with a reason, and shows it again", async () => {
    const product = await shop.fixtures.product()
    const title = unique("Stopped")
    const id = await reviewRow(shop, { product_id: product.id, title })
    await visit(page, shop, listOf(product))
    await page.getByText(`Only reviews of ${product.title}`).waitFor()

    await button("Do not show", item(page, title)).click()
    await page.getByLabel("Reason").fill("About the courier.")
    await shoot(page, "reviews-reject")
    await button("Do not show", dialog()).click()

    await toast(page, "The review is not shown any more.").waitFor()
    await item(page, title)
      .getByText("Not shown because: About the courier.")
      .waitFor()
    expect(await stateOf(shop, id)).toMatchObject({
      status: "rejected",
      rejection_reason: "About the courier.",
    })
    await button("Approve", item(page, title)).click()
    await toast(page, "The review is shown.").waitFor()
    expect((await stateOf(shop, id)).status).toBe("approved")
    page.expectNoProblems()
  })

  it("answers a review, changes the answer and removes it", async () => {
    const product = await shop.fixtures.product()
    const title = unique("Good")
    const id = await reviewRow(shop, { product_id: product.id, title })
    await visit(page, shop, listOf(product))

    await button("Answer", item(page, title)).click()
    expect(await button("Publish the answer", dialog()).isDisabled()).toBe(true)
    await dialog().getByLabel("Answer", { exact: true }).fill("Thank you!")
    await shoot(page, "reviews-answer")
    await button("Publish the answer", dialog()).click()
    await item(page, title).getByText("Thank you!").waitFor()

    await button("Change the answer", item(page, title)).click()
    await dialog().getByLabel("Answer", { exact: true }).fill("Thanks, Amina!")
    await button("Publish the answer", dialog()).click()
    await item(page, title).getByText("Thanks, Amina!").waitFor()
    expect((await stateOf(shop, id)).reply).toBe("Thanks, Amina!")

    await button("Remove the answer", item(page, title)).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Remove the answer" })
      .click()
    await toast(page, "The answer is removed.").waitFor()
    expect((await stateOf(shop, id)).reply).toBeNull()
    page.expectNoProblems()
  })

  it("decides on what is picked, and says of each what became of it", async () => {
    const product = await shop.fixtures.product()
    const [one, two] = [unique("One"), unique("Two")]
    const ids = [
      await reviewRow(shop, {
        product_id: product.id,
        title: one,
        status: "pending",
      }),
      await reviewRow(shop, {
        product_id: product.id,
        title: two,
        status: "pending",
      }),
    ]
    await visit(page, shop, listOf(product))
    await item(page, two).waitFor()
    await page.getByRole("checkbox", { name: "Pick all on this page" }).click()
    await page.getByText("2 picked").waitFor()
    // Its author is faster than staff.
    await shop.sql("update review set version = 2 where id = $1", [ids[1]])
    await shoot(page, "reviews-picked")

    await button("Approve 2").click()
    await shoot(page, "reviews-confirm")
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Approve 2" })
      .click()

    const outcome = page.getByRole("status").filter({ hasText: "1 done" })
    await outcome.getByText("1 done · 1 could not be done").waitFor()
    await outcome.getByText("It was changed meanwhile").waitFor()
    await page.getByText("1 picked").waitFor()
    await shoot(page, "reviews-outcome")
    expect((await stateOf(shop, ids[0])).status).toBe("approved")
    expect((await stateOf(shop, ids[1])).status).toBe("pending")

    await button("Delete 1").click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Delete 1" })
      .click()
    await toast(page, "1 done").waitFor()
    expect((await stateOf(shop, ids[1])).gone).toBe(true)
    await item(page, two).waitFor({ state: "detached" })
    page.expectNoProblems()
  })

  it("is filtered, and says how many wait", async () => {
    const product = await shop.fixtures.product()
    const [bad, good] = [unique("Zebra"), unique("Giraffe")]
    await reviewRow(shop, { product_id: product.id, title: bad, rating: 1 })
    await reviewRow(shop, {
      product_id: product.id,
      title: good,
      rating: 5,
      status: "pending",
    })
    await visit(page, shop, listOf(product))
    await item(page, bad).waitFor()

    await page.getByRole("combobox", { name: "Rating" }).click()
    await page.getByRole("option", { name: "5 stars" }).click()
    await item(page, bad).waitFor({ state: "detached" })
    await item(page, good).waitFor()
    await page.getByLabel("Search").fill("nothing like it")
    await page.getByText("No review matches").waitFor()
    await shoot(page, "reviews-none-found")

    await button("Show what waits").click()
    await page.waitForURL(/\/reviews\?status=pending$/)
    await item(page, good).waitFor()
    page.expectNoProblems()
  })

  it("says when nothing is there, and when it cannot be loaded", async () => {
    const empty = { reviews: [], count: 0, limit: 20, offset: 0 }
    await page.route(asking("/admin/reviews"), (route) =>
      route.fulfill({ json: empty })
    )
    await visit(page, shop, "reviews")
    await page.getByText("No reviews yet").waitFor()
    await shoot(page, "reviews-empty")
    await page.unrouteAll({ behavior: "ignoreErrors" })

    page.allow(/status of 400/)
    await page.route(asking("/admin/reviews"), (route) =>
      route.fulfill({ status: 400, json: { message: "The shelf fell." } })
    )
    await page.reload()
    await page.getByText("The shelf fell.").waitFor()
    await shoot(page, "reviews-error")
    page.expectNoProblems()
  })

  it("holds any text, on a phone and in the dark, and runs none of it", async () => {
    const product = await shop.fixtures.product()
    const title = `${unique("Long")} ${"x".repeat(200)}`
    await reviewRow(shop, {
      product_id: product.id,
      title,
      comment: `<img src=x onerror="document.title='hacked'"> ${"many words ".repeat(60)}\u202Edlrow`,
      reply: "y".repeat(300),
    })
    const phone = await browser.open({ as: "admin", ...onAPhone })
    await visit(phone, shop, listOf(product))
    await item(phone, "<img src=x").waitFor()
    await phone.getByRole("button", { name: "Show all of it" }).click()
    await shoot(phone, "reviews-narrow-dark-long")

    expect(await overflow(phone, "main")).toEqual([])
    expect(await phone.title()).not.toBe("hacked")
    expect(await phone.locator("article img").count()).toBe(0)
    phone.expectNoProblems()
  })

  it("is not for those who may not see it, and offers no more than may be done", async () => {
    const product = await shop.fixtures.product()
    const title = unique("Seen")
    await reviewRow(shop, { product_id: product.id, title })
    const reader = await browser.open({
      as: await staffWho(shop, ["review:read", "product:read"]),
    })
    await visit(reader, shop, "reviews")
    await reader.getByRole("article").first().waitFor()
    // Until it is known what a person may, everything is offered.
    await reader.settled()
    expect(await reader.getByRole("checkbox").count()).toBe(0)
    expect(await button("Delete", reader.locator("main")).count()).toBe(0)

    const stranger = await browser.open({
      as: await staffWho(shop, ["product:read"]),
      allow: [/status of 403/],
    })
    await visit(stranger, shop, "reviews")
    await stranger.getByText("You may not see this").waitFor()
    await stranger.getByText("review:read").waitFor()
  })
})
