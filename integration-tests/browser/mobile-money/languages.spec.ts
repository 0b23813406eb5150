import { promptOn } from "../../http/mobile-money/bed"
import { useShop } from "../../support"
import { NARROW, WIDE } from "../../support/browser"
import { overflow, useDesk } from "../bed"
import { paidOrder, phoneOrder } from "./bed"

const shop = useShop()
const desk = useDesk(shop)

const LANGUAGES = [
  [
    "sw",
    "Kiswahili",
    "Malipo ya simu",
    "Limelipwa",
    /^Huenda simu bado inauliza\..* sekunde \d+\.$/,
  ],
  [
    "bn",
    "বাংলা",
    "মোবাইল পেমেন্ট",
    "পরিশোধিত",
    /^ফোনে এখনও প্রশ্ন থাকতে পারে।.* \d+ সেকেন্ড /,
  ],
  [
    "hi",
    "हिन्दी",
    "मोबाइल भुगतान",
    "चुकाया गया",
    /^फ़ोन शायद अब भी पूछ रहा है।.* \d+ सेकंड /,
  ],
] as const

let orderId: string

beforeAll(async () => {
  orderId = (await paidOrder(shop)).order.id
})

it.each(LANGUAGES)(
  "speaks %s once it is chosen, and remembers it",
  async (code, name, title, paid, refusal) => {
    const { page } = desk
    await desk.load("mobile-payments")
    await page.getByRole("button", { name: "Language" }).click()
    await desk.shoot("language-menu")
    await page.getByRole("menuitemradio", { name }).click()

    await page.getByRole("heading", { name: title }).waitFor()
    await page.getByRole("link", { name: title }).waitFor()
    await page.reload()
    await page.getByRole("heading", { name: title }).waitFor()
    await page.getByRole("cell", { name: paid, exact: true }).first().waitFor()
    expect(await page.locator("html").getAttribute("lang")).toBe(code)
    await desk.shoot(`mobile-payments-${code}`)

    await page.setViewportSize(NARROW)
    await desk.load(`orders/${orderId}`)
    const story = page.getByRole("region", { name: title })
    await story.getByText(paid, { exact: true }).first().waitFor()
    await story.scrollIntoViewIfNeeded()
    await desk.shoot(`mobile-widget-${code}`)
    expect(await overflow(page, "[role=region]")).toEqual([])
    page.expectNoProblems()

    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)
    page.allow(/status of 400/)
    await desk.visit(`orders/${order.id}`)
    await story.getByRole("group").getByRole("button").first().click()
    await desk.drawer().locator("[type=submit]").click()
    await desk.toast(refusal).waitFor()
    await desk.shoot(`mobile-refused-${code}`)
  }
)

// The next one begins as a person does who has chosen nothing.
afterEach(async () => {
  await desk.page.evaluate("localStorage.clear()")
  await desk.page.context().clearCookies({ name: "lng" })
  await desk.page.setViewportSize(WIDE)
})
