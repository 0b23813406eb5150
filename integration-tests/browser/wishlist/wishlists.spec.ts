import { readFile } from "node:fs/promises"
import { wishlistBed } from "../../http/wishlist/bed"
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
const { add, customer, guest, listOf, product } = wishlistBed(shop)

const LIST = asking("/admin/wishlists")

const desk = useDesk(shop)

const row = (text: string, on = desk.page) =>
  on.getByRole("row").filter({ hasText: text })

const panel = (on: TestPage, name = "Wishlists") =>
  on.getByRole("region", { name })

/** A product on a customer's list and a guest's, one of them ten days ago. */
async function wanted(title: string, stock: number | null = 7) {
  const made = await product({ title, stock })
  const visitor = await guest()
  const item = await add(visitor.call, visitor.wishlist.id, {
    product_id: made.id,
  })
  const { call } = await customer()
  await add(call, (await listOf(call)).id, { product_id: made.id })
  await shop.sql(
    "update wishlist_item set created_at = now() - interval '10 days' where id = $1",
    [item.id]
  )
  return made
}

describe("what people want", () => {
  it("is in the sidebar, searched, ordered and downloaded", async () => {
    const name = unique("watch")
    const first = await wanted(`${name} A`)
    await wanted(`${name} B`, 0)
    await wanted(`${name} C`, null)
    await desk.visit("orders")
    await desk.page.getByRole("link", { name: "Wishlists" }).click()
    await desk.page.getByRole("heading", { name: "Wishlists" }).waitFor()

    await desk.page.getByLabel("Search").fill(name)
    await desk.page.getByText("1–3 of 3").waitFor()
    expect(await row(`${name} A`).innerText()).toMatch(
      /A\s+2\s+2\s+7\s+1 \(1 before\)\s+2 \(0 before\)/
    )
    await row(`${name} B`).getByText("Sold out").waitFor()
    await row(`${name} C`).getByText("Not counted").waitFor()
    await desk.shoot("wishlists")

    await desk.page.getByRole("combobox", { name: "Order" }).click()
    await desk.page.getByRole("option", { name: "Most people" }).click()
    await desk.page.waitForURL(/order=-people/)
    await row(`${name} A`).waitFor()
    const [file] = await Promise.all([
      desk.page.waitForEvent("download"),
      desk.page.getByRole("button", { name: "Download CSV" }).click(),
    ])
    expect(file.suggestedFilename()).toBe("wishlists.csv")
    const lines = (await readFile(await file.path(), "utf8")).split("\r\n")
    expect(lines.filter((line) => line.includes(name))).toHaveLength(3)

    await desk.page.getByRole("link", { name: `${name} A` }).click()
    await desk.page.waitForURL(`**/products/${first.id}`)
    desk.page.expectNoProblems()
  })

  it("says when nothing is found, and when there is nothing yet", async () => {
    await desk.visit(`wishlists?q=${unique("nothing")}`)
    await desk.page.getByText("No product matches").waitFor()
    await desk.shoot("wishlists-none-match")

    await desk.page.route(LIST, (route) =>
      route.fulfill({
        json: { wishlists: [], count: 0, limit: 20, offset: 0 },
      })
    )
    await desk.visit("wishlists")
    await desk.page.getByText("Nothing is on a wishlist yet").waitFor()
    desk.page.expectNoProblems()
  })

  it("shows that it is being loaded, and what went wrong", async () => {
    const name = unique("watch")
    await wanted(name)
    const theirs = await desk.open({ allow: [/\b500\b/] })
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await theirs.route(LIST, async (route) => {
      await held
      await route.fulfill({
        status: 500,
        json: { type: "unexpected_state", message: "Quote request 42." },
      })
    })
    await visit(theirs, shop, `wishlists?q=${name}`)
    await theirs.getByRole("status", { name: "Loading" }).waitFor()
    await shoot(theirs, "wishlists-loading")
    release()
    await theirs.getByText("Quote request 42.").waitFor()
    await shoot(theirs, "wishlists-error")

    await theirs.unroute(LIST)
    await theirs.getByRole("button", { name: "Try again" }).click()

    await row(name, theirs).waitFor()
  })

  it("is not for somebody who may not see it", async () => {
    const person = await staffWho(shop, ["product:read", "store:read"])
    const theirs = await desk.open({ as: person, allow: [/status of 403/] })
    await visit(theirs, shop, "wishlists")

    await theirs.getByText("You may not see this").waitFor()
    await theirs.getByText("wishlist:read").waitFor()
  })
})

describe("beside a product", () => {
  it("are its own figures, or that nobody wants it yet", async () => {
    const made = await wanted(unique("watch"))
    await desk.visit(`products/${made.id}`)
    await panel(desk.page).getByText("People").waitFor()
    expect(await panel(desk.page).innerText()).toMatch(
      /Lists\s+2\s+People\s+2\s+Added in 7 days\s+1 \(1 before\)/
    )
    await panel(desk.page).scrollIntoViewIfNeeded()
    await desk.shoot("wishlist-widget")

    const other = await product()
    await desk.visit(`products/${other.id}`)
    await panel(desk.page).getByText("It is on no wishlist yet.").waitFor()
    desk.page.expectNoProblems()
  })
})

describe("on a phone, in the dark, with much to say", () => {
  it("stays inside the screen, in every language", async () => {
    const title = `${unique("watch")} ${"very long name ".repeat(12)}`.trim()
    const made = await wanted(title)
    const narrow = await desk.open(onAPhone)
    const languages: [string, string, string][] = [
      ["English", "Wishlists", "wishlists-narrow-en"],
      ["Kiswahili", "Orodha za matamanio", "wishlists-narrow-sw"],
      ["বাংলা", "পছন্দের তালিকা", "wishlists-narrow-bn"],
      ["हिन्दी", "पसंद की सूचियाँ", "wishlists-narrow-hi"],
    ]
    for (const [language, name, picture] of languages) {
      await visit(narrow, shop, `wishlists?q=${title.split(" ")[0]}`)
      await chooseLanguage(narrow, language)
      await narrow.getByRole("heading", { name }).waitFor()
      await row(title.slice(0, 40), narrow).waitFor()
      await shoot(narrow, picture)
      expect(await overflow(narrow, "main")).toEqual([])

      await visit(narrow, shop, `products/${made.id}`)
      await panel(narrow, name).locator("dl").waitFor()
      await panel(narrow, name).scrollIntoViewIfNeeded()
      await shoot(narrow, `${picture}-widget`)
    }
    narrow.expectNoProblems()
  })
})
