import { useShop } from "../support"
import {
  NARROW,
  openBrowser,
  type TestBrowser,
  type TestPage,
} from "../support/browser"
import { go } from "./bed"

const shop = useShop()

const PAGES = [
  "orders",
  "draft-orders",
  "products",
  "products/create",
  "collections",
  "categories",
  "inventory",
  "reservations",
  "customers",
  "customer-groups",
  "promotions",
  "campaigns",
  "price-lists",
  "settings/store",
  "settings/users",
  "settings/regions",
  "settings/tax-regions",
  "settings/return-reasons",
  "settings/refund-reasons",
  "settings/sales-channels",
  "settings/product-types",
  "settings/product-tags",
  "settings/locations",
  "settings/publishable-api-keys",
  "settings/secret-api-keys",
  "settings/workflows",
  "settings/profile",
]

const WAYS = [
  { name: "on a desk, in light", options: {}, theme: "light" },
  {
    name: "on a phone, in the dark",
    options: { viewport: NARROW, dark: true },
    theme: "dark",
  },
]

let browser: TestBrowser

beforeAll(async () => {
  browser = await openBrowser()
  await shop.fixtures.order()
})

describe.each(WAYS)("the admin $name", ({ name, options, theme }) => {
  let page: TestPage

  beforeAll(async () => {
    page = await browser.open({ as: "super_admin", ...options })
  })

  it.each(PAGES)("shows %s and has nothing to complain about", async (path) => {
    await go(page, shop, path)
    await page.locator("main, [role=dialog]").first().waitFor()
    // Skeletons are gone once every question to the server is answered.
    await page.settled()
    await page.capture(`admin ${name} ${path.replace("/", " ")}`)

    expect(await page.blank()).toBe(false)
    expect(await page.locator("html").getAttribute("class")).toBe(theme)
    page.expectNoProblems()
  })
})

describe("the log-in form", () => {
  const logIn = async (page: TestPage, password: string) => {
    await page.goto(`${shop.url}/app/login`)
    await page.getByPlaceholder("Email").fill(shop.seed.admin.email)
    await page.getByPlaceholder("Password").fill(password)
    await page.getByRole("button", { name: "Continue with Email" }).click()
  }

  it("keeps somebody with a wrong password out", async () => {
    // Medusa's form shows the refusal and throws it, too.
    const page = await browser.open({
      allow: [/status of 401/, /^exception: Invalid email or password$/],
    })
    await logIn(page, "not the password")

    await page.getByText("Invalid email or password").waitFor()
    expect(new URL(page.url()).pathname).toBe("/app/login")
    page.expectNoProblems()
    await page.close()
  })

  it("lets somebody with the right password in", async () => {
    // Before that it asks who is there, and hears that nobody is.
    const page = await browser.open({ allow: [/status of 401/] })
    await logIn(page, shop.seed.admin.password)

    await page.waitForURL((address) => !address.pathname.endsWith("/login"))
    await page.locator("main").waitFor()
    await page.reload()
    await page.locator("main").waitFor()
    expect(new URL(page.url()).pathname).toBe("/app/orders")
    page.expectNoProblems()
    await page.close()
  })
})
