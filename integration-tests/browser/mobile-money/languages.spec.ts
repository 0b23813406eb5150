import { NARROW, openBrowser, type TestPage, useShop } from "../../support"
import { CORE_NESTING, overflow, paidOrder, shoot, visit } from "./bed"

const shop = useShop()

const LANGUAGES = [
  ["sw", "Kiswahili", "Malipo ya simu", "Limelipwa"],
  ["bn", "বাংলা", "মোবাইল পেমেন্ট", "পরিশোধিত"],
  ["hi", "हिन्दी", "मोबाइल भुगतान", "चुकाया गया"],
]

it.each(LANGUAGES)(
  "speaks %s once it is chosen, and remembers it",
  async (code, name, title, paid) => {
    const { order } = await paidOrder(shop)
    const page: TestPage = await (
      await openBrowser()
    ).open({ allow: [CORE_NESTING] })
    await page.loginAsAdmin()
    await visit(page, shop, "mobile-payments")
    await page.getByRole("button", { name: "Language" }).click()
    await shoot(page, "language-menu")
    await page.getByRole("menuitemradio", { name }).click()

    await page.getByRole("heading", { name: title }).waitFor()
    await page.getByRole("link", { name: title }).waitFor()
    await page.reload()
    await page.getByRole("heading", { name: title }).waitFor()
    await page.getByRole("cell", { name: paid, exact: true }).first().waitFor()
    expect(await page.locator("html").getAttribute("lang")).toBe(code)
    await shoot(page, `mobile-payments-${code}`)

    await page.setViewportSize(NARROW)
    await visit(page, shop, `orders/${order.id}`)
    const story = page.getByRole("region", { name: title })
    await story.getByText(paid, { exact: true }).first().waitFor()
    await story.scrollIntoViewIfNeeded()
    await shoot(page, `mobile-widget-${code}`)
    expect(await overflow(page, "[role=region]")).toEqual([])
    page.expectNoProblems()
  }
)
