import { PICTURE } from "../../support/fixtures/product"
import { taxonomyBed, withProfile } from "../../http/taxonomy/bed"
import { unique, useShop } from "../../support"
import type { TestPage } from "../../support/browser"
import {
  asking,
  chooseLanguage,
  onAPhone,
  overflow,
  shoot,
  staffWho,
  useDesk,
  visit,
} from "../bed"

const shop = useShop()
const desk = useDesk(shop)
const bed = taxonomyBed(shop)

const panel = (page: TestPage = desk.page, name = "In the shop") =>
  page.getByRole("region", { name, exact: true })
const field = (label: string) =>
  desk.drawer().getByLabel(label, { exact: true })

const factsOf = async (page = desk.page) =>
  (await panel(page).locator("dl").innerText()).replace(/\s+/g, " ").trim()

const tagPage = ({ id }: { id: string }) => `settings/product-tags/${id}`
const categoryPage = ({ id }: { id: string }) => `categories/${id}`

const tagRow = async (id: string) =>
  (
    await shop.sql(
      `select slug, description, rank, is_visible from tag_profile
        where tag_id = $1 and deleted_at is null`,
      [id]
    )
  )[0]

const categoryRow = async (id: string) =>
  (
    await shop.sql(
      `select image, image_alt from category_profile
        where category_id = $1 and deleted_at is null`,
      [id]
    )
  )[0]

/** Longer than a line, and without a place to break. */
const LONG = "Zuberon".repeat(14)

describe("the profile of a tag", () => {
  it("is shown, changed, and shown again", async () => {
    const tag = await bed.tag()
    await shop.fixtures.product({ tags: [{ id: tag.id }] })
    const { slug } = tag.tag_profile
    await desk.visit(tagPage(tag))
    await panel().getByText(slug, { exact: true }).waitFor()
    expect(await factsOf()).toBe(`Slug ${slug} Order 0 Products 1`)
    await desk.shoot("tag-profile-new")

    const renamed = unique("slug")
    await desk.press("Edit tag profile")
    await field("Slug").fill(renamed)
    await field("Description").fill("Light is all it needs.")
    await field("Order").fill("7")
    await field("Visible to shoppers").click()
    await desk.shoot("tag-profile-drawer")
    await desk.press("Save")

    await desk.toast("The profile is saved").waitFor()
    await panel().getByText(renamed, { exact: true }).waitFor()
    await panel().getByText("Hidden", { exact: true }).waitFor()
    expect(await factsOf()).toBe(
      `Slug ${renamed} Description Light is all it needs. Order 7 Products 1`
    )
    expect(await tagRow(tag.id)).toEqual({
      slug: renamed,
      description: "Light is all it needs.",
      rank: 7,
      is_visible: false,
    })
    await desk.shoot("tag-profile")
    desk.page.expectNoProblems()
  })

  it("says which field is wrong, and keeps what was typed", async () => {
    const rival = await bed.tag()
    const tag = await bed.tag()
    const before = await tagRow(tag.id)
    desk.page.allow(/status of 400/)
    await desk.visit(tagPage(tag))

    await desk.press("Edit tag profile")
    await field("Slug").fill("Not a slug")
    await field("Order").fill("first")
    await desk.press("Save")
    await desk.drawer().locator("[aria-invalid=true]").first().waitFor()
    expect(await field("Slug").getAttribute("aria-invalid")).toBe("true")
    expect(await field("Order").getAttribute("aria-invalid")).toBe("true")
    expect(await field("Description").getAttribute("aria-invalid")).toBeNull()
    await desk.shoot("tag-profile-refused")

    await field("Slug").fill(rival.tag_profile.slug)
    await field("Order").fill("0")
    await desk.press("Save")

    await desk.toast("Another tag has this slug already.").waitFor()
    await desk.drawer().getByText("is already taken").waitFor()
    expect(await field("Slug").inputValue()).toBe(rival.tag_profile.slug)
    expect(await tagRow(tag.id)).toEqual(before)
    desk.page.expectNoProblems()
  })

  it("says that there is none, when it was made past everything", async () => {
    const id = unique("ptag")
    await shop.sql("insert into product_tag (id, value) values ($1, $1)", [id])
    await desk.visit(tagPage({ id }))
    await panel().getByText("This tag has no profile yet").waitFor()
    await desk.shoot("tag-profile-empty")
    desk.page.expectNoProblems()
  })

  it("says when it cannot be loaded, and loads it again", async () => {
    const tag = await bed.tag()
    desk.page.allow(/status of 400/)
    await desk.page.route(
      (url) =>
        /product-tags/.test(url.pathname) && /tag_profile/.test(url.search),
      (route) =>
        route.fulfill({ status: 400, json: { message: "The shelf fell." } })
    )
    await desk.visit(tagPage(tag))
    await panel().getByText("The shelf fell.").waitFor()
    await desk.page.unrouteAll()

    await panel().getByRole("button", { name: "Try again" }).click()

    await panel().getByText(tag.tag_profile.slug, { exact: true }).waitFor()
    desk.page.expectNoProblems()
  })
})

describe("the picture of a category", () => {
  const image = "https://pictures.example/watches.png"

  it("is missing, set, shown, and taken away", async () => {
    const root = await bed.category()
    const category = await bed.category({ parent: root.id })
    await shop.fixtures.product({ categories: [{ id: category.id }] })
    await desk.page.route(asking(image), (route) =>
      route.fulfill({
        contentType: "image/gif",
        body: Buffer.from(PICTURE.split(",")[1], "base64"),
      })
    )
    await desk.visit(categoryPage(category))
    await panel().getByText("There is no picture yet").waitFor()
    expect(await factsOf()).toBe(
      `Path ${category.path} Level 1 Products 1 With all below it 1`
    )
    await panel().scrollIntoViewIfNeeded()
    await desk.shoot("category-profile-empty")

    await desk.press("Edit picture")
    await field("Picture address").fill(image)
    await field("Picture in words").fill("A row of watches")
    await desk.shoot("category-profile-drawer")
    await desk.press("Save")

    await desk.toast("The profile is saved").waitFor()
    await panel().getByRole("img", { name: "A row of watches" }).waitFor()
    expect(await categoryRow(category.id)).toEqual({
      image,
      image_alt: "A row of watches",
    })
    await panel().scrollIntoViewIfNeeded()
    await desk.shoot("category-profile")

    await desk.press("Edit picture")
    await field("Picture address").fill("")
    await desk.press("Save")
    await panel().getByText("There is no picture yet").waitFor()
    expect(await categoryRow(category.id)).toMatchObject({ image: null })
    desk.page.expectNoProblems()
  })

  it("says which field is wrong", async () => {
    const category = await bed.category()
    desk.page.allow(/status of 400/)
    await desk.visit(categoryPage(category))

    await desk.press("Edit picture")
    await field("Picture address").fill("watches.png")
    await desk.press("Save")

    await desk.drawer().getByText("must be a web address").waitFor()
    expect(await field("Picture address").inputValue()).toBe("watches.png")
    expect(await categoryRow(category.id)).toBeUndefined()
    await desk.shoot("category-profile-refused")
    desk.page.expectNoProblems()
  })

  it("says when it cannot be loaded, and loads it again", async () => {
    const category = await bed.category()
    desk.page.allow(/status of 400/)
    await desk.page.route(
      (url) => url.search.includes("category_profile"),
      (route) =>
        route.fulfill({ status: 400, json: { message: "The shelf fell." } })
    )
    await desk.visit(categoryPage(category))
    await panel().getByText("The shelf fell.").waitFor()
    await desk.page.unrouteAll()

    await panel().getByRole("button", { name: "Try again" }).click()

    await panel().getByText(category.path, { exact: true }).waitFor()
    desk.page.expectNoProblems()
  })
})

it("both are only read by those who may not change them", async () => {
  const tag = await bed.tag()
  const category = await bed.category()
  const reader = await desk.open({
    as: await staffWho(shop, ["product_tag:read", "product_category:read"]),
    // The admin asks everybody for news, also whom it may not tell.
    allow: [/403 /],
  })
  await visit(reader, shop, tagPage(tag))
  const buttons = panel(reader).getByRole("button")
  await panel(reader).getByText(tag.tag_profile.slug, { exact: true }).waitFor()
  await buttons.first().waitFor({ state: "detached" })
  await visit(reader, shop, categoryPage(category))
  await panel(reader).getByText(category.path, { exact: true }).waitFor()
  await buttons.first().waitFor({ state: "detached" })
})

it("both fit on a phone in the dark, however long their texts are", async () => {
  const tag = await bed.tag({ slug: LONG.toLowerCase(), description: LONG })
  const parent = await bed.category({
    name: unique("long"),
    handle: unique("x".repeat(80)),
  })
  const category = await bed.category({
    parent: parent.id,
    ...withProfile({
      image: "https://pictures.example/none.png",
      image_alt: LONG,
    }),
  })
  const phone = await desk.open(onAPhone)
  await phone.route(asking("none.png"), (route) =>
    route.fulfill({
      contentType: "image/gif",
      body: Buffer.from(PICTURE.split(",")[1], "base64"),
    })
  )
  await visit(phone, shop, tagPage(tag))
  await panel(phone).getByText(LONG, { exact: true }).waitFor()
  await shoot(phone, "tag-profile-narrow-dark")
  expect(await overflow(phone, "[role=region]")).toEqual([])
  await phone.getByRole("button", { name: "Edit tag profile" }).click()
  await phone.getByRole("dialog").getByLabel("Slug").waitFor()
  await shoot(phone, "tag-profile-drawer-narrow-dark")
  expect(await overflow(phone, "[role=dialog]")).toEqual([])

  await visit(phone, shop, categoryPage(category))
  await panel(phone).getByText(LONG, { exact: true }).waitFor()
  await panel(phone).scrollIntoViewIfNeeded()
  await shoot(phone, "category-profile-narrow-dark")
  expect(await overflow(phone, "[role=region]")).toEqual([])
  phone.expectNoProblems()
})

it.each([
  ["Kiswahili", "Katika duka"],
  ["বাংলা", "দোকানে"],
  ["हिन्दी", "दुकान में"],
])("both speak %s", async (language, title) => {
  const tag = await bed.tag()
  const category = await bed.category()
  // Somebody else each time: the browser remembers the language for a person.
  const speaker = await desk.open({
    as: await staffWho(shop, [
      "product_tag:read",
      "product_tag:update",
      "product_category:read",
    ]),
    allow: [/403 /],
  })
  await visit(speaker, shop, tagPage(tag))
  await chooseLanguage(speaker, language)
  await panel(speaker, title)
    .getByText(tag.tag_profile.slug, { exact: true })
    .waitFor()
  await shoot(speaker, `tag-profile-${language}`)
  await visit(speaker, shop, categoryPage(category))
  await panel(speaker, title)
    .getByText(category.path, { exact: true })
    .waitFor()
  await shoot(speaker, `category-profile-${language}`)
})
