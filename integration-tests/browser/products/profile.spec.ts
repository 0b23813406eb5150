import type { HttpTypes } from "@medusajs/framework/types"
import { WHOLE } from "../../http/products/bed"
import { unique, useShop } from "../../support"
import type { TestPage } from "../../support/browser"
import {
  asking,
  onAPhone,
  overflow,
  shoot,
  staffWho,
  useDesk,
  visit,
} from "../bed"

const shop = useShop()
const desk = useDesk(shop)

const region = (page: TestPage, name: string) =>
  page.getByRole("region", { name, exact: true })
const profile = (page = desk.page) => region(page, "Profile")
const variants = (page = desk.page) => region(page, "Shown and sold")
const field = (label: string) =>
  desk.drawer().getByLabel(label, { exact: true })

const factsOf = async (page = desk.page) =>
  (await profile(page).locator("dl").innerText()).replace(/\s+/g, " ").trim()

const rowOf = async (id: string) =>
  (
    await shop.sql<Record<string, unknown>>(
      `select brand, short_description, features, specifications, has_warranty,
         warranty, meta_title, video_url, featured, low_stock_threshold,
         sku_prefix, inactive_variants
         from product_profile where product_id = $1 and deleted_at is null`,
      [id]
    )
  )[0]

const page = (product: HttpTypes.AdminProduct) => `products/${product.id}`

const whole = () =>
  shop.fixtures.product({
    profile: {
      ...WHOLE,
      meta_title: unique("title"),
      cost_price: { amount: 900.5, currency_code: "kes" },
    },
    variants: [{ title: "Navy" }, { title: "Rose" }],
  })

/** What was typed is longer than any column. */
const LONG = "Zuberon".repeat(14)

describe("the profile of a product", () => {
  it("is empty, filled in, shown, and emptied again", async () => {
    const product = await shop.fixtures.product()
    const meta_title = unique("Slim watch")
    await desk.visit(page(product))
    await profile().getByText("Nothing is said about this product").waitFor()
    await profile().scrollIntoViewIfNeeded()
    await desk.shoot("product-profile-empty")

    await desk.press("Edit profile")
    await field("Brand").fill("Zuberon")
    await field("Features").fill("Sapphire glass\n\nFive-year battery")
    await field("Specifications").fill("Case: 38 mm\nTime: 10:09")
    await field("With warranty").click()
    await field("Featured").click()
    await field("Warranty in words").fill("Two years")
    await field("Meta title").fill(meta_title)
    await field("Low stock from").fill("7")
    await field("Cost price").fill("900.5")
    await field("Currency of the cost").fill("KES")
    await desk.shoot("product-profile-drawer")
    await desk.press("Save")

    await desk.toast("The profile is saved").waitFor()
    await profile().getByText("Zuberon", { exact: true }).waitFor()
    expect(await factsOf()).toBe(
      `Brand Zuberon Warranty Two years Features Sapphire glass Five-year battery Specifications Case: 38 mm Time: 10:09 Meta title ${meta_title} Low stock from 7 Cost price KES 900.50 Views 0 Sold 0`
    )
    expect(await rowOf(product.id)).toMatchObject({
      brand: "Zuberon",
      features: ["Sapphire glass", "Five-year battery"],
      specifications: [
        { name: "Case", value: "38 mm" },
        { name: "Time", value: "10:09" },
      ],
      has_warranty: true,
      featured: true,
      low_stock_threshold: 7,
    })
    await profile().scrollIntoViewIfNeeded()
    await desk.shoot("product-profile")

    await desk.press("Edit profile")
    await field("Brand").fill("")
    await field("Cost price").fill("")
    await desk.press("Save")

    await desk.drawer().waitFor({ state: "detached" })
    await profile()
      .getByText("Zuberon", { exact: true })
      .waitFor({ state: "detached" })
    expect(await rowOf(product.id)).toMatchObject({
      brand: null,
      warranty: "Two years",
    })
    expect(
      await shop.sql("select id from product_cost where product_id = $1", [
        product.id,
      ])
    ).toEqual([])
    desk.page.expectNoProblems()
  })

  it("says which field is wrong, and keeps what was typed", async () => {
    const taken = unique("title")
    await shop.fixtures.product({ profile: { meta_title: taken } })
    const product = await whole()
    const before = await rowOf(product.id)
    desk.page.allow(/status of 400/)
    await desk.visit(page(product))

    await desk.press("Edit profile")
    await field("Brand").fill(LONG + LONG)
    await field("Low stock from").fill("many")
    await field("Specifications").fill("No colon")
    await desk.press("Save")
    await desk.drawer().locator("[aria-invalid=true]").first().waitFor()
    expect(await field("Brand").getAttribute("aria-invalid")).toBe("true")
    expect(await field("Low stock from").getAttribute("aria-invalid")).toBe(
      "true"
    )
    expect(await field("Specifications").getAttribute("aria-invalid")).toBe(
      "true"
    )
    expect(await field("Meta title").getAttribute("aria-invalid")).toBeNull()
    await desk.shoot("product-profile-refused")

    await field("Brand").fill("Zuberon")
    await field("Low stock from").fill("")
    await field("Specifications").fill("")
    await field("Meta title").fill(taken.toUpperCase())
    await desk.press("Save")

    await desk.toast("Another product has this meta title already.").waitFor()
    await desk.drawer().getByText("is already taken").waitFor()
    expect(await field("Meta title").inputValue()).toBe(taken.toUpperCase())
    expect(await rowOf(product.id)).toEqual(before)
    desk.page.expectNoProblems()
  })

  it("says when it cannot be loaded, and loads it again", async () => {
    const product = await whole()
    desk.page.allow(/status of 400/)
    await desk.page.route(
      (url) => url.search.includes("product_profile"),
      (route) =>
        route.fulfill({ status: 400, json: { message: "The shelf fell." } })
    )
    await desk.visit(page(product))
    await profile().getByText("The shelf fell.").waitFor()
    await variants().getByText("The shelf fell.").waitFor()
    await desk.page.unrouteAll()

    await profile().getByRole("button", { name: "Try again" }).click()

    await profile().getByText("Zuberon", { exact: true }).waitFor()
    await variants().getByText("Navy", { exact: true }).waitFor()
    desk.page.expectNoProblems()
  })

  it("is only read by those who may not change it", async () => {
    const product = await whole()
    const reader = await desk.open({
      as: await staffWho(shop, ["product:read"]),
      // The admin asks everybody for news, also whom it may not tell.
      allow: [/403 /],
    })
    await visit(reader, shop, page(product))
    await profile(reader).getByText("Zuberon", { exact: true }).waitFor()
    await reader.settled()

    expect(await profile(reader).getByRole("button").count()).toBe(0)
    const switches = variants(reader).getByRole("switch")
    await switches.first().waitFor()
    expect(await switches.count()).toBe(2)
    expect(await switches.first().isDisabled()).toBe(true)
  })

  it("fits on a phone in the dark, however long its texts are", async () => {
    const product = await shop.fixtures.product({
      profile: {
        ...WHOLE,
        brand: LONG,
        warranty: LONG.repeat(5),
        video_url: `https://video.example/${LONG}`,
      },
      variants: [{ title: LONG }, { title: "Rose" }],
    })
    const phone = await desk.open(onAPhone)
    await visit(phone, shop, page(product))
    await profile(phone).getByText(LONG, { exact: true }).waitFor()
    await profile(phone).scrollIntoViewIfNeeded()
    await shoot(phone, "product-profile-narrow-dark")
    for (const name of ["Profile", "Shown and sold"]) {
      await region(phone, name).scrollIntoViewIfNeeded()
    }
    await shoot(phone, "product-variants-narrow-dark")
    expect(await overflow(phone, "[role=region]")).toEqual([])

    await phone.getByRole("button", { name: "Edit profile" }).click()
    await phone.getByRole("dialog").getByLabel("Brand").waitFor()
    await shoot(phone, "product-profile-drawer-narrow-dark")
    expect(await overflow(phone, "[role=dialog]")).toEqual([])
    phone.expectNoProblems()
  })
})

describe("the variants of a product", () => {
  it("are taken off sale and put back", async () => {
    const product = await whole()
    const rose = product.variants?.find(({ title }) => title === "Rose")?.id
    await desk.visit(page(product))
    const turn = variants().getByRole("switch", { name: "Show and sell Rose" })
    await turn.click()

    await variants().getByText("Not shown").waitFor()
    expect(await rowOf(product.id)).toMatchObject({
      inactive_variants: [rose],
    })
    await variants().scrollIntoViewIfNeeded()
    await desk.shoot("product-variants")

    await turn.click()
    await variants().getByText("Not shown").waitFor({ state: "detached" })
    expect(await rowOf(product.id)).toMatchObject({ inactive_variants: [] })
    desk.page.expectNoProblems()
  })

  it("stay as they are when the shop refuses", async () => {
    const product = await whole()
    desk.page.allow(/status of 400/)
    await desk.visit(page(product))
    const turn = variants().getByRole("switch", { name: "Show and sell Navy" })
    await turn.waitFor()
    await desk.page.route(asking("/variants/[^/]+"), (route) =>
      route.fulfill({ status: 400, json: { message: "Not today." } })
    )
    await turn.click()

    await desk.toast("Not today.").waitFor()
    await variants()
      .getByRole("switch", { name: "Show and sell Navy", checked: true })
      .waitFor()
    expect(await rowOf(product.id)).toMatchObject({ inactive_variants: [] })
  })
})

it.each([
  ["Kiswahili", "Wasifu", "Zinazoonyeshwa na kuuzwa"],
  ["বাংলা", "প্রোফাইল", "যা দেখানো ও বিক্রি হয়"],
  ["हिन्दी", "प्रोफ़ाइल", "दिखाए और बेचे जाने वाले"],
])("the widgets speak %s", async (language, title, shown) => {
  const product = await whole()
  // Somebody else each time: the browser remembers the language for a person.
  const speaker = await desk.open({
    as: await staffWho(shop, ["product:read", "product:update"]),
    allow: [/403 /],
  })
  await visit(speaker, shop, page(product))
  await speaker.getByRole("button", { name: "Language" }).click()
  await speaker.getByRole("menuitemradio", { name: language }).click()

  await region(speaker, title).getByText("Zuberon", { exact: true }).waitFor()
  await region(speaker, shown).getByText("Navy", { exact: true }).waitFor()
  await region(speaker, title).scrollIntoViewIfNeeded()
  await shoot(speaker, `product-profile-${language}`)
})
