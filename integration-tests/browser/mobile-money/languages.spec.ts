import { NARROW, useShop, WIDE } from "../../support"
import { overflow, useDesk } from "../bed"
import { paidOrder } from "./bed"

const shop = useShop()
const desk = useDesk(shop)

const LANGUAGES = [
  ["sw", "Kiswahili", "Malipo ya simu", "Limelipwa"],
  ["bn", "বাংলা", "মোবাইল পেমেন্ট", "পরিশোধিত"],
  ["hi", "हिन्दी", "मोबाइल भुगतान", "चुकाया गया"],
]

let orderId: string

beforeAll(async () => {
  orderId = (await paidOrder(shop)).order.id
})

it.each(LANGUAGES)(
  "speaks %s once it is chosen, and remembers it",
  async (code, name, title, paid) => {
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
  }
)

// The next one begins as a person does who has chosen nothing.
afterEach(async () => {
  await desk.page.evaluate("localStorage.clear()")
  await desk.page.context().clearCookies({ name: "lng" })
  await desk.page.setViewportSize(WIDE)
})
