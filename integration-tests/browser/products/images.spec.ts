import type { HttpTypes } from "@medusajs/framework/types"
import type { ProductImage } from "../../../src/workflows/product-image"
import { unique, useShop } from "../../support"
import { PICTURE } from "../../support/fixtures/product"
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

// Chromium tells of every answer that is a refusal.
beforeAll(() => desk.page.allow(/status of 400/))

const images = (page: TestPage = desk.page) =>
  page.getByRole("region", { name: "Images", exact: true })
const rows = (page: TestPage = desk.page) => images(page).getByRole("listitem")
const field = (label: string) =>
  desk.drawer().getByLabel(label, { exact: true })

const page = (product: HttpTypes.AdminProduct) => `products/${product.id}`

const read = async ({ id }: HttpTypes.AdminProduct) =>
  (await shop.admin<{ images: ProductImage[] }>(`/products/${id}/images`)).body
    .images

/** Pictures that a browser can show without asking anybody. */
const picture = (name: string) => `${PICTURE}#${name}`

const watch = () =>
  shop.fixtures.product({
    handle: unique("watch"),
    variants: [{ title: "Navy" }, { title: "Rose" }],
    images: ["front", "back", "wrist"].map((name) => ({ url: picture(name) })),
  })

describe("the images of a product", () => {
  it("get a text, a place and another primary", async () => {
    const product = await watch()
    await desk.visit(page(product))
    await rows().nth(2).waitFor()
    await rows().nth(0).getByText("Primary image", { exact: true }).waitFor()

    await rows().nth(1).getByRole("button", { name: /^Edit/ }).click()
    await field("What it shows").fill("Seen from behind")
    await field("Place").fill("1")
    await field("Primary image of the product").click()
    await field("Rose").click()
    await desk.shoot("product-images-drawer")
    await desk.press("Save")

    await desk.toast("The image is saved").waitFor()
    await rows().nth(0).getByText("Seen from behind").waitFor()
    await rows().nth(0).getByText("Primary of Rose").waitFor()
    const [back, front] = await read(product)
    expect(back).toMatchObject({
      alt: "Seen from behind",
      url: picture("back"),
      is_primary: true,
      primary_of: [expect.stringMatching(/^variant_/)],
    })
    expect(front.is_primary).toBe(false)
    await images().scrollIntoViewIfNeeded()
    await desk.shoot("product-images")
    desk.page.expectNoProblems()
  })

  it("are deleted after a question, and the primary is not", async () => {
    const product = await watch()
    await desk.visit(page(product))
    await rows().nth(2).waitFor()
    const erase = (at: number) =>
      rows()
        .nth(at)
        .getByRole("button", { name: /^Delete/ })
    expect(await erase(0).count()).toBe(0)

    await erase(2).click()
    await desk.question().getByText("Delete this image?").waitFor()
    await desk.question().getByRole("button", { name: "Cancel" }).click()
    expect(await read(product)).toHaveLength(3)

    await erase(2).click()
    await desk.question().getByRole("button", { name: "Delete" }).click()
    await desk.toast("The image is deleted").waitFor()
    expect((await read(product)).map(({ url }) => url)).toEqual(
      ["front", "back"].map(picture)
    )
  })

  it("say what is wrong, and keep what was typed", async () => {
    const product = await watch()
    await desk.visit(page(product))
    await rows().nth(1).waitFor()
    await rows().nth(1).getByRole("button", { name: /^Edit/ }).click()
    await field("What it shows").fill("")
    await field("Place").fill("2000")
    await desk.press("Save")

    const alert = desk.toast(/was not accepted/)
    await alert.waitFor()
    expect(await field("Place").inputValue()).toBe("2000")
    // Said when what was read again is there.
    await desk.drawer().locator("input[aria-invalid=true]").waitFor()
    await desk.drawer().getByText("must be at most 1000").waitFor()
    await desk.shoot("product-images-refused")
  })

  it("may be none", async () => {
    const product = await shop.fixtures.product({
      status: "draft" as HttpTypes.AdminProductStatus,
      images: [],
    })
    await desk.visit(page(product))
    await images().getByText("There are no images").waitFor()
    await images().scrollIntoViewIfNeeded()
    await desk.shoot("product-images-empty")
  })

  it("could not be loaded, and can be asked for again", async () => {
    const product = await watch()
    await desk.page.route(asking(`/products/${product.id}/images`), (route) =>
      route.fulfill({ status: 400, json: { message: "The shelf fell." } })
    )
    await desk.visit(page(product))
    await images().getByText("The shelf fell.").waitFor()
    await desk.page.unrouteAll()

    await images().getByRole("button", { name: "Try again" }).click()

    await rows().nth(2).waitFor()
    desk.page.expectNoProblems()
  })

  it("are only looked at by who may not change them", async () => {
    const product = await watch()
    const reader = await desk.open({
      as: await staffWho(shop, ["product:read"]),
      allow: [/403 /],
    })
    await visit(reader, shop, page(product))
    await rows(reader).nth(2).waitFor()
    await reader.settled()
    expect(await rows(reader).getByRole("button").count()).toBe(0)
    await reader.close()
  })

  it("fit on a phone in the dark, with a long text", async () => {
    const product = await watch()
    const [first] = await read(product)
    await shop.admin(`/products/${product.id}/images/${first.id}`, {
      body: { alt: "Zuberonwatch".repeat(20) },
    })
    const phone = await desk.open(onAPhone)
    await visit(phone, shop, page(product))
    await rows(phone).nth(2).waitFor()
    await images(phone).scrollIntoViewIfNeeded()
    await shoot(phone, "product-images-phone")
    expect(await overflow(phone, "[role=region]")).toEqual([])
    await phone.close()
  })
})
