import { useShop } from "../../support"
import {
  openBrowser,
  type TestBrowser,
  type TestPage,
} from "../../support/browser"
import { go } from "../bed"

const shop = useShop()

/** Medusa's own pages and what they show: forms, tables, images, charts. */
const PAGES = [
  "orders",
  "products",
  "products/create",
  "inventory",
  "customers",
  "promotions",
  "price-lists",
  "settings/store",
  "settings/regions",
  "settings/users",
  "settings/profile",
]

let browser: TestBrowser
let page: TestPage

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.open({ as: "admin" })
})

it("serves the admin with a policy of its own", async () => {
  const reply = await shop.call<string>("/app")
  expect(reply.status).toBe(200)
  expect(reply.headers.get("content-security-policy")).toMatch(
    /default-src 'self';script-src 'self';/
  )
  expect(reply.headers.get("x-frame-options")).toBe("DENY")
  expect(reply.headers.has("x-powered-by")).toBe(false)
})

it.each(PAGES)("lets the page %s do all it wants to", async (path) => {
  await go(page, shop, path)
  await page.locator("main, [role=dialog]").first().waitFor()
  await page.settled()
  page.expectNoProblems()
})

it("shows images that were uploaded", async () => {
  const form = new FormData()
  const pixel = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64"
  )
  form.append("files", new Blob([pixel], { type: "image/png" }), "pixel.png")
  const { body } = await shop.admin<{ files: { id: string; url: string }[] }>(
    "/uploads",
    { body: form }
  )
  const [file] = body.files
  await page.goto(`${shop.url}/app/orders`)
  const width = await page.evaluate<number>(`new Promise((resolve) => {
    const image = new Image()
    image.onload = () => resolve(image.naturalWidth)
    image.onerror = () => resolve(0)
    image.src = ${JSON.stringify(file.url)}
  })`)
  await shop.admin(`/uploads/${file.id}`, { method: "DELETE" })
  expect(width).toBe(1)
  page.expectNoProblems()
})

it("does not run a script that was put into the page", async () => {
  await page.goto(`${shop.url}/app/orders`)
  page.allow(/Content Security Policy/)
  const ran = await page.evaluate<boolean>(`(() => {
    const script = document.createElement("script")
    script.textContent = "window.injected = true"
    document.body.append(script)
    return "injected" in window
  })()`)
  expect(ran).toBe(false)
})

it("is not shown in a frame of another page", async () => {
  const other = await browser.open({
    allow: [/frame|Content Security Policy|X-Frame-Options/i],
  })
  await other.setContent(`<iframe src="${shop.url}/app"></iframe>`)
  const frame = await other.waitForSelector("iframe")
  const inner = await frame.contentFrame()
  await inner?.waitForLoadState()
  expect(await inner?.locator("#medusa").count()).toBe(0)
})
