import { unique, useShop } from "../../support"
import {
  NARROW,
  openBrowser,
  type TestBrowser,
  type TestPage,
} from "../../support/browser"
import { asking, onAPhone, overflow, shoot, staffWho, visit } from "../bed"
import { countAnew, item, listOf, reviewRow } from "./bed"

const shop = useShop()

let browser: TestBrowser
let page: TestPage

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.open({ as: "admin" })
})

afterEach(() => page.unrouteAll({ behavior: "ignoreErrors" }))

const panel = (on = page, name = "Reviews") =>
  on.getByRole("region", { name, exact: true })

async function reviewedProduct() {
  const product = await shop.fixtures.product()
  const title = unique("Fine")
  await reviewRow(shop, { product_id: product.id, rating: 5, title })
  await reviewRow(shop, { product_id: product.id, rating: 4, comment: "Good" })
  await reviewRow(shop, {
    product_id: product.id,
    rating: 1,
    status: "pending",
  })
  await countAnew(shop, product.id)
  return { product, title }
}

describe("the reviews on a product's page", () => {
  it("are summed up, and lead to all of them", async () => {
    const { product, title } = await reviewedProduct()
    await visit(page, shop, `products/${product.id}`)

    await panel().getByRole("heading", { name: "4.5" }).waitFor()
    await panel().getByText("2 reviews", { exact: true }).waitFor()
    expect((await panel().locator("dl").innerText()).replace(/\s+/g, " ")).toBe(
      "5 stars 1 4 stars 1 3 stars 0 2 stars 0 1 star 0"
    )
    await panel().getByText("Waits").waitFor()
    await panel().scrollIntoViewIfNeeded()
    await shoot(page, "product-reviews")
    await panel().getByRole("link", { name: "All reviews" }).click()

    await page.waitForURL(`**/${listOf(product)}`)
    await item(page, title).waitFor()
    page.expectNoProblems()
  })

  it("say when nobody wrote, and when they cannot be loaded", async () => {
    const product = await shop.fixtures.product()
    await visit(page, shop, `products/${product.id}`)
    await panel().getByText("Nobody has reviewed this yet").waitFor()
    await panel().scrollIntoViewIfNeeded()
    await shoot(page, "product-reviews-empty")

    page.allow(/status of 400/)
    await page.route(asking("/admin/reviews"), (route) =>
      route.fulfill({ status: 400, json: { message: "The shelf fell." } })
    )
    await page.reload()
    await panel().getByText("The shelf fell.").waitFor()
    page.expectNoProblems()
  })

  it("fit on a phone in the dark", async () => {
    const { product } = await reviewedProduct()
    const phone = await browser.open({ as: "admin", ...onAPhone })
    await visit(phone, shop, `products/${product.id}`)
    await panel(phone).getByText("2 reviews", { exact: true }).waitFor()
    await panel(phone).scrollIntoViewIfNeeded()
    await shoot(phone, "product-reviews-narrow-dark")

    expect(await overflow(phone, "[role=region]")).toEqual([])
    phone.expectNoProblems()
  })
})

it.each([
  ["Kiswahili", "Maoni ya wateja", "Bado hakuna maoni"],
  ["বাংলা", "রিভিউ", "এখনো কোনো রিভিউ নেই"],
  ["हिन्दी", "समीक्षाएँ", "अभी कोई समीक्षा नहीं"],
])("the page speaks %s", async (language, title, none) => {
  const { product } = await reviewedProduct()
  // Somebody else each time: the browser remembers the language for a person.
  const speaker = await browser.open({
    as: await staffWho(shop, ["review:read", "product:read"]),
    // The admin asks everybody for news, also whom it may not tell.
    allow: [/403 .*\/admin\/notifications/],
  })
  await visit(speaker, shop, listOf(product))
  await speaker.getByRole("button", { name: "Language" }).click()
  await speaker.getByRole("menuitemradio", { name: language }).click()
  await speaker.getByRole("heading", { name: title }).waitFor()
  await speaker.setViewportSize(NARROW)
  await speaker.getByRole("article").first().waitFor()
  await shoot(speaker, `reviews-${language}`)
  expect(await overflow(speaker, "main")).toEqual([])

  await speaker.route(asking("/admin/reviews"), (route) =>
    route.fulfill({ json: { reviews: [], count: 0, limit: 20, offset: 0 } })
  )
  await visit(speaker, shop, "reviews")
  await speaker.getByText(none).waitFor()
  speaker.expectNoProblems()
})
