import { couponBed, newCode } from "../../http/coupons/bed"
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
const { coupon } = couponBed(shop)
const desk = useDesk(shop)

const LIST = asking("/admin/coupons")

const row = (text: string, on = desk.page) =>
  on.getByRole("row").filter({ hasText: text })

const field = (label: string, on = desk.page) =>
  on.getByRole("dialog").getByLabel(label, { exact: true })

const choose = async (label: string, option: string) => {
  await desk.drawer().getByRole("combobox", { name: label }).click()
  await desk.page.getByRole("option", { name: option, exact: true }).click()
}

/** What is said under a field of the form. */
async function problemAt(label: string) {
  const control = field(label)
  await control.and(desk.page.locator("[aria-invalid=true]")).waitFor()
  const said = await control.getAttribute("aria-describedby")
  return desk.page.locator(`[id="${said}"]`).innerText()
}

const read = async (code: string) => {
  const { body } = await shop.admin<{ coupons: Record<string, unknown>[] }>(
    `/coupons?q=${code}`
  )
  return body.coupons[0]
}

const words = async (code: string, on?: TestPage) =>
  (await row(code, on).innerText()).replace(/\s+/g, " ").trim()

const full = {
  value: 20,
  currency_code: "kes",
  minimum_amount: 1000,
  maximum_discount: 500,
  usage_limit: 100,
  usage_limit_per_customer: 1,
  starts_at: "2026-01-01",
  ends_at: "2099-12-31T18:30",
}

/** So many orders that nobody placed, as if it had been used. */
const use = async (id: string, times: number) => {
  for (let turn = 0; turn < times; turn += 1) {
    await shop.sql(
      "insert into order_promotion (id, order_id, promotion_id) values ($1, $2, $3)",
      [unique("orderpromo"), unique("order"), id]
    )
  }
}

describe("the page of coupons", () => {
  it("is in the sidebar, and makes a coupon of what is typed", async () => {
    const code = newCode()
    await desk.visit("orders")
    await desk.page.getByRole("link", { name: "Coupons" }).click()
    await desk.press("Create coupon")
    await field("Code").fill(code.toLowerCase())
    await field("Discount").fill("20")
    await field("Maximum discount").fill("500")
    await field("Minimum order").fill("1000")
    await choose("Currency", "KES")
    await field("First day").fill("2026-01-01")
    await field("Last day").fill("2099-12-31")
    await field("End time").fill("18:30")
    await field("Uses altogether").fill("100")
    await field("Uses per customer").fill("1")
    await desk.shoot("coupons-create")
    await desk.press("Create")

    await desk.toast(`The coupon ${code} is made.`).waitFor()
    await row(code).waitFor()
    expect(await words(code)).toBe(
      `${code} Active 20% at most KES 500.00 KES 1,000.00 from Jan 1, 2026 to Dec 31, 2099, 6:30 PM 0 of 100 1 per customer Edit Delete`
    )
    expect(await read(code)).toMatchObject({
      ...full,
      starts_at: "2026-01-01T00:00:00.000Z",
      ends_at: "2099-12-31T18:30:00.000Z",
      type: "percentage",
      active: true,
    })
    await desk.shoot("coupons")
    desk.page.expectNoProblems()
  })

  it("says at each field what is wrong, and keeps what was typed", async () => {
    const taken = await coupon()
    desk.page.allow(/status of 400/)
    await desk.visit("coupons")
    await desk.press("Create coupon")
    await field("Code").fill("TEN OFF")
    await field("Discount").fill("120")
    await field("Minimum order").fill("5")
    await field("First day").fill("2027-01-02")
    await field("Last day").fill("2027-01-01")
    await desk.press("Create")

    await desk
      .toast("The coupon cannot be so. Look at the marked fields.")
      .waitFor()
    expect(await problemAt("Code")).toBe(
      "Only letters, digits, - and _, and no space."
    )
    expect(await problemAt("Discount")).toBe("At most 100 per cent.")
    expect(await problemAt("Currency")).toBe(
      "Choose the currency of the amounts."
    )
    expect(await problemAt("Last day")).toBe("It must end after it begins.")
    expect(await field("First day").getAttribute("aria-invalid")).toBeNull()
    expect(await field("Code").inputValue()).toBe("TEN OFF")
    await desk.shoot("coupons-refused")

    await field("Code").fill(taken.code)
    await field("Discount").fill("12.5")
    await choose("Currency", "KES")
    await field("Last day").fill("2027-01-03")
    await desk.press("Create")
    await desk.drawer().getByText("Another coupon has this code.").waitFor()

    await field("Code").fill("")
    await field("Discount").fill("")
    await field("Uses altogether").fill("1.5")
    await desk.press("Create")
    await desk
      .toast("This was not accepted. Look at the marked fields.")
      .waitFor()
    await desk
      .drawer()
      .getByText("Give it a code of 1 to 50 letters and digits.")
      .waitFor()
    expect(await problemAt("Discount")).toBe("A number above zero is needed.")
    expect(await problemAt("Uses altogether")).toBe(
      "A whole number from 1, or nothing."
    )
    await desk.press("Cancel")
    // It is forgotten with the drawer.
    await desk.press("Create coupon")
    expect(await field("Code").inputValue()).toBe("")
    expect(await field("Code").getAttribute("aria-invalid")).toBeNull()
    desk.page.expectNoProblems()
  })

  it("makes one of an amount of money, which needs a currency and has no maximum", async () => {
    const code = newCode()
    desk.page.allow(/status of 400/)
    await desk.visit(`coupons?q=${code}`)
    await desk.press("Create coupon")
    await field("Code").fill(code)
    await field("Maximum discount").fill("500")
    await choose("Kind", "Amount of money")
    expect(await field("Maximum discount").count()).toBe(0)
    await field("Discount").fill("250.50")
    await field("Last day").fill("2099-12-31")
    await desk.press("Create")
    expect(await problemAt("Currency")).toBe(
      "Choose the currency of the amounts."
    )
    await choose("Currency", "KES")
    await desk
      .drawer()
      .getByText("An amount in KES, as shoppers see prices.")
      .waitFor()
    await desk.press("Create")

    await row(code).getByText("KES 250.50").waitFor()
    expect(await read(code)).toMatchObject({
      type: "fixed",
      value: 250.5,
      currency_code: "kes",
      maximum_discount: null,
    })
    desk.page.expectNoProblems()
  })

  it("changes only what is different, and takes limits away", async () => {
    const made = await coupon(full)
    await desk.visit(`coupons?q=${made.code}`)
    await desk.press(`Edit ${made.code}`)
    expect(await field("Discount").inputValue()).toBe("20")
    expect(await field("First day").inputValue()).toBe("2026-01-01")
    expect(await field("Start time").inputValue()).toBe("")
    expect(await field("Last day").inputValue()).toBe("2099-12-31")
    expect(await field("End time").inputValue()).toBe("18:30")
    const save = desk.drawer().getByRole("button", { name: "Save" })
    expect(await save.isDisabled()).toBe(true)
    // A colleague changes something else meanwhile.
    await shop.admin(`/coupons/${made.id}`, { body: { usage_limit: 50 } })

    await field("Discount").fill("25")
    await field("Maximum discount").fill("")
    await field("End time").fill("")
    await desk.shoot("coupons-edit")
    await save.click()

    await desk.toast(`The coupon ${made.code} is saved.`).waitFor()
    await row(made.code).getByText("25%").waitFor()
    expect(await read(made.code)).toEqual({
      ...made,
      value: 25,
      maximum_discount: null,
      usage_limit: 50,
      ends_at: "2100-01-01T00:00:00.000Z",
      ends_on: "2099-12-31",
    })
    desk.page.expectNoProblems()
  })

  it("allows no fewer uses than there were", async () => {
    const made = await coupon(full)
    await use(made.id, 3)
    desk.page.allow(/status of 400/)
    await desk.visit(`coupons?q=${made.code}`)
    await desk.press(`Edit ${made.code}`)
    await field("Uses altogether").fill("2")
    await desk.press("Save")

    await desk
      .drawer()
      .getByText("It was used 3 times already; it cannot be fewer.")
      .waitFor()
    expect(await read(made.code)).toMatchObject({ usage_limit: 100, used: 3 })
    desk.page.expectNoProblems()
  })

  it("switches a code off and on", async () => {
    const { code } = await coupon()
    await desk.visit(`coupons?q=${code}`)
    const turn = row(code).getByRole("switch", { name: `Accept ${code}` })
    await turn.click()
    await row(code).getByText("Off", { exact: true }).waitFor()
    expect(await read(code)).toMatchObject({ active: false })

    await turn.click()
    await row(code).getByText("Active", { exact: true }).waitFor()
    expect(await read(code)).toMatchObject({ active: true })
    desk.page.expectNoProblems()
  })

  it("says what is lost before it deletes", async () => {
    const made = await coupon(full)
    await use(made.id, 2)
    await desk.visit(`coupons?q=${made.code}`)
    await row(made.code).getByRole("button", { name: "Delete" }).click()
    await desk
      .question()
      .getByText(/2 orders were placed with it/)
      .waitFor()
    await desk
      .question()
      .getByText(/switch it off instead/)
      .waitFor()
    await desk.shoot("coupons-delete")
    await desk.question().getByRole("button", { name: "Cancel" }).click()
    expect(await read(made.code)).toMatchObject({ id: made.id })

    await row(made.code).getByRole("button", { name: "Delete" }).click()
    await desk.question().getByRole("button", { name: "Delete" }).click()

    await desk.toast(`The coupon ${made.code} is deleted.`).waitFor()
    await desk.page.getByText("No coupon matches").waitFor()
    expect(await read(made.code)).toBeUndefined()
    desk.page.expectNoProblems()
  })

  it("is searched, filtered, ordered and turned over", async () => {
    const part = newCode()
    for (let turn = 10; turn < 31; turn += 1) {
      await coupon({
        code: `${part}-${turn}`,
        ...(turn === 30 ? { active: false } : {}),
      })
    }
    await desk.visit("coupons")
    await desk.page.getByLabel("Search").fill(part)
    await desk.page.getByText("1–20 of 21").waitFor()
    await desk.press("Next")
    await desk.page.getByText("21–21 of 21").waitFor()
    await row(`${part}-10`).waitFor()

    await desk.page.getByRole("combobox", { name: "Order" }).click()
    await desk.page.getByRole("option", { name: "By code" }).click()
    await desk.page.waitForURL(/order=code/)
    await desk.page.getByText("1–20 of 21").waitFor()
    await row(`${part}-10`).waitFor()

    await desk.page.getByRole("combobox", { name: "State" }).click()
    await desk.page.getByRole("option", { name: "Off" }).click()
    await desk.page.getByText("1–1 of 1").waitFor()
    await row(`${part}-30`).waitFor()
    await desk.press("Clear filters")
    await desk.page.waitForURL(/\/coupons$/)
    desk.page.expectNoProblems()
  })

  it("shows each state, and leads to Medusa's page what is more than a coupon", async () => {
    const part = newCode()
    const used = await coupon({ code: `${part}-U`, usage_limit: 1 })
    await shop.sql("update promotion set used = 1 where id = $1", [used.id])
    await use(used.id, 1)
    await coupon({ code: `${part}-A`, type: "fixed", currency_code: "kes" })
    await coupon({
      code: `${part}-S`,
      starts_at: "2099-01-01",
      ends_at: "2099-02-01",
    })
    await coupon({
      code: `${part}-E`,
      starts_at: "2020-01-01",
      ends_at: "2020-02-01",
    })
    await coupon({ code: `${part}-I`, active: false })
    const { body } = await shop.admin<{ promotion: { id: string } }>(
      "/promotions",
      {
        body: {
          code: `${part}-M`,
          type: "standard",
          status: "active",
          application_method: {
            type: "percentage",
            target_type: "shipping_methods",
            allocation: "each",
            max_quantity: 1,
            value: 100,
          },
        },
      }
    )
    await desk.visit(`coupons?q=${part}`)
    await desk.page.getByText("1–6 of 6").waitFor()
    for (const [end, state] of [
      ["U", "Used up"],
      ["A", "Active"],
      ["S", "Scheduled"],
      ["E", "Expired"],
      ["I", "Off"],
    ]) {
      expect(await words(`${part}-${end}`)).toContain(`${part}-${end} ${state}`)
    }
    await desk.shoot("coupons-states")
    const more = row(`${part}-M`)
    expect(await more.getByRole("button", { name: /^Edit/ }).count()).toBe(0)
    await more.getByRole("link", { name: "Open promotion" }).click()
    await desk.page.waitForURL(`**/promotions/${body.promotion.id}`)
    desk.page.expectNoProblems()
  })

  it("says when nothing is found, and when there is nothing yet", async () => {
    await desk.visit(`coupons?q=${newCode()}`)
    await desk.page.getByText("No coupon matches").waitFor()
    await desk.shoot("coupons-none-match")

    await desk.page.route(LIST, (route) =>
      route.fulfill({
        json: {
          ...{ coupons: [], count: 0, limit: 20, offset: 0 },
          time_zone: "Africa/Nairobi",
          currencies: ["kes"],
        },
      })
    )
    await desk.visit("coupons")
    await desk.page.getByText("No coupons yet").waitFor()
    await desk.shoot("coupons-empty")
    await desk.press("Create coupon")
    await desk.drawer().getByText("those of Africa/Nairobi").waitFor()
    await desk.press("Cancel")
    desk.page.expectNoProblems()
  })

  it("shows that it is being loaded, and what went wrong", async () => {
    const { code } = await coupon()
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
    await visit(theirs, shop, `coupons?q=${code}`)
    await theirs.getByRole("status", { name: "Loading" }).waitFor()
    await shoot(theirs, "coupons-loading")
    release()
    await theirs.getByText("Quote request 42.").waitFor()
    await shoot(theirs, "coupons-error")

    await theirs.unroute(LIST)
    await theirs.getByRole("button", { name: "Try again" }).click()

    await row(code, theirs).waitFor()
  })

  it("is not for those who may not see it, and offers no more than may be done", async () => {
    const { code } = await coupon()
    const reader = await desk.open({
      as: await staffWho(shop, ["promotion:read"]),
      // The admin asks everybody for news, also whom it may not tell.
      allow: [/403 /, /status of 403/],
    })
    await visit(reader, shop, `coupons?q=${code}`)
    await row(code, reader).waitFor()
    expect(await reader.locator("main").getByRole("switch").count()).toBe(0)
    expect(await row(code, reader).getByRole("button").count()).toBe(0)
    expect(
      await reader.getByRole("button", { name: "Create coupon" }).count()
    ).toBe(0)

    const stranger = await desk.open({
      as: await staffWho(shop, ["product:read"]),
      allow: [/status of 403/],
    })
    await visit(stranger, shop, "coupons")
    await stranger.getByText("You may not see this").waitFor()
    await stranger.getByText("promotion:read").waitFor()
  })
})

const languages: [string, string, string, string][] = [
  ["English", "Create coupon", "Create", "A day is needed."],
  ["Kiswahili", "Tengeneza kuponi", "Tengeneza", "Siku inahitajika."],
  ["বাংলা", "কুপন তৈরি করুন", "তৈরি করুন", "একটি দিন লাগবে।"],
  ["हिन्दी", "कूपन बनाएँ", "बनाएँ", "एक दिन चाहिए।"],
]

it("fits on a phone in the dark, with much to say, in every language", async () => {
  const code = `${newCode()}-${"W".repeat(50)}`.slice(0, 50)
  await coupon({ ...full, code, minimum_amount: 999_999_999.99 })
  const phone = await desk.open({ ...onAPhone, allow: [/status of 400/] })
  for (const [language, open, create, problem] of languages) {
    await visit(phone, shop, `coupons?q=${code.slice(0, 12)}`)
    await chooseLanguage(phone, language)
    await row(code, phone).waitFor()
    await shoot(phone, `coupons-narrow-dark-${language}`)
    expect(await overflow(phone, "main")).toEqual([])

    await phone.getByRole("button", { name: open, exact: true }).click()
    await phone
      .getByRole("dialog")
      .getByRole("button", { name: create, exact: true })
      .click()
    await phone.getByRole("dialog").getByText(problem).waitFor()
    await shoot(phone, `coupons-drawer-narrow-dark-${language}`)
    expect(await overflow(phone, "[role=dialog]")).toEqual([])
  }
  phone.expectNoProblems()
})
