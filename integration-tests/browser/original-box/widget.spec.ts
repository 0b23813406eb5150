import type { Locator } from "playwright-core"
import { amounts, BOX_PRICES, boxBed } from "../../http/original-box/bed"
import { useShop } from "../../support"
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
const { offer, watch, add, emptyCart } = boxBed(shop)

const desk = useDesk(shop)

const boxOf = (on: TestPage): Locator =>
  on.getByRole("region", { name: "Original box" })

const boxPath = (id: string) => asking(`/admin/products/${id}/original-box`)

describe("the original box on a product's page", () => {
  it("is offered, with what the shopper will pay shown as one types", async () => {
    const { id } = await shop.fixtures.product()
    await desk.visit(`products/${id}`)
    const box = boxOf(desk.page)
    await box.getByText("This product is sold without its").waitFor()
    await box.scrollIntoViewIfNeeded()
    await desk.shoot("original-box-empty")

    await box.getByLabel("Sold with its original box").click()
    await box.getByLabel("Price in KES").fill("500")
    await box.getByLabel("Price in BDT").fill("400")

    await box
      .getByText("the shopper pays KES 500.00, with 16 % tax in it")
      .waitFor()
    await box.getByText(/the shopper pays BDT\s4\d\d\.00/).waitFor()
    await box
      .getByText(/without a price it cannot be bought/)
      .first()
      .waitFor()
    await desk.shoot("original-box-typing")
    await box.getByRole("button", { name: "Save" }).click()

    await desk.page.getByText("The original box is saved").first().waitFor()
    await box.getByText("Offered", { exact: true }).waitFor()
    const rows = await shop.sql<{ currency_code: string; amount: number }>(
      `select p.currency_code, p.amount::float as amount from price p
         join original_box b on b.price_set_id = p.price_set_id
        where b.product_id = $1 and p.deleted_at is null
        order by p.currency_code`,
      [id]
    )
    expect(rows).toEqual(amounts({ bdt: 400, kes: 500 }))
    desk.page.expectNoProblems()
  })

  it("counts its boxes, and leads to their stock", async () => {
    const { id } = await shop.fixtures.product()
    await offer(id, { prices: amounts(BOX_PRICES) })
    await desk.visit(`products/${id}`)
    const box = boxOf(desk.page)

    await box.getByLabel("Count the boxes").click()
    await box.getByRole("button", { name: "Save" }).click()

    const link = box.getByRole("link", { name: "Change the stock" })
    await link.waitFor()
    const [{ item }] = await shop.sql<{ item: string }>(
      "select inventory_item_id as item from original_box where product_id = $1",
      [id]
    )
    expect(await link.getAttribute("href")).toBe(`/app/inventory/${item}`)
    await box.getByText("0 left.").waitFor()
    desk.page.expectNoProblems()
  })

  it("says why it was not saved, and undoes what was typed", async () => {
    const { id } = await shop.fixtures.product()
    await offer(id, { prices: amounts({ kes: 500 }) })
    desk.page.allow(/\b400\b/)
    await desk.visit(`products/${id}`)
    const box = boxOf(desk.page)
    const price = box.getByLabel("Price in KES")

    await price.fill("five")
    await box.getByText("This is not an amount above 0.").waitFor()
    expect(await box.getByRole("button", { name: "Save" }).isDisabled()).toBe(
      true
    )

    await price.fill("")
    await box.getByRole("button", { name: "Save" }).click()
    await box.getByText("A box that is offered needs a price.").waitFor()
    await desk.shoot("original-box-refused")

    await box.getByRole("button", { name: "Undo changes" }).click()
    expect(await price.inputValue()).toBe("500")
    expect(await box.getByText("Not saved").count()).toBe(0)
  })

  it("may only be looked at by those who may not change products", async () => {
    const { id } = await shop.fixtures.product()
    await offer(id, { prices: amounts(BOX_PRICES) })
    const person = await staffWho(shop, ["product:read", "store:read"])
    const theirs = await desk.open({ as: person, allow: [/status of 403/] })
    await visit(theirs, shop, `products/${id}`)
    const price = boxOf(theirs).getByLabel("Price in KES")
    await price.waitFor()

    await theirs.waitForLoadState("networkidle")
    expect(await price.isDisabled()).toBe(true)
    expect(
      await boxOf(theirs).getByRole("button", { name: "Save" }).count()
    ).toBe(0)
  })
})

describe("while the box is not there", () => {
  it("shows that it is being loaded, and what went wrong", async () => {
    const { id } = await shop.fixtures.product()
    desk.page.allow(/\b500\b/)
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await desk.page.route(boxPath(id), async (route) => {
      await held
      await route.fulfill({
        status: 500,
        json: { type: "unexpected_state", message: "Quote request 42." },
      })
    })
    await desk.visit(`products/${id}`)
    await boxOf(desk.page).getByRole("status", { name: "Loading" }).waitFor()
    release()
    await boxOf(desk.page).getByText("Quote request 42.").waitFor()
    await desk.shoot("original-box-error")

    await desk.page.unroute(boxPath(id))
    await boxOf(desk.page).getByRole("button", { name: "Try again" }).click()

    await boxOf(desk.page).getByText("Not offered", { exact: true }).waitFor()
  })
})

describe("on a phone, in the dark", () => {
  it.each([
    ["English", "Original box"],
    ["Kiswahili", "Kasha halisi"],
    ["বাংলা", "আসল বাক্স"],
    ["हिन्दी", "मूल डिब्बा"],
  ])("stays inside the screen in %s", async (language, name) => {
    const { id } = await shop.fixtures.product()
    await offer(id, {
      prices: amounts({ ...BOX_PRICES, kes: 123456789.5 }),
      own_stock: true,
    })
    const phone = await desk.open(onAPhone)
    await visit(phone, shop, `products/${id}`)
    await chooseLanguage(phone, language)
    const box = phone.getByRole("region", { name, exact: true })
    await box.waitFor()
    await box.scrollIntoViewIfNeeded()
    await shoot(phone, `original-box-phone-${language}`)

    expect(await overflow(phone, "[role=region]")).toEqual([])
    phone.expectNoProblems()
  })
})

describe("on the page of an order", () => {
  it("is named after its watch", async () => {
    const product = await watch()
    const order = await shop.fixtures.order({
      items: [
        { variant_id: product.variant_id, metadata: { original_box: true } },
      ],
    })
    await desk.visit(`orders/${order.id}`)

    await desk.page.getByText(product.box).first().waitFor()
    await desk.shoot("original-box-order")
    expect(await add(await emptyCart(), product.variant_id)).toMatchObject({
      status: 200,
    })
  })
})
