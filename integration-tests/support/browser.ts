import { existsSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import {
  type Browser,
  type BrowserContext,
  type Page,
  chromium,
} from "playwright-core"
import { root } from "./processes"
import { onRelease } from "./resources"
import { useShop } from "./shop"

const PLACES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

const MISSING =
  "Browser tests need Chromium and found none. Install it (Debian: `apt-get install chromium`, macOS: `brew install --cask chromium`), set CHROMIUM to its path, or run .ci/run, which installs it."

export const NARROW = { width: 390, height: 844 }
export const WIDE = { width: 1280, height: 900 }

export type PageOptions = {
  viewport?: { width: number; height: number }
  dark?: boolean
  locale?: string
  /** Console errors and failed requests that are meant to happen here. */
  allow?: RegExp[]
}

export type TestPage = Page & {
  /** Everything the page complained about and was not allowed to. */
  problems(): string[]
  /** Fails with all complaints in one message. */
  expectNoProblems(): void
  allow(...patterns: RegExp[]): void
  loginAsAdmin(): Promise<void>
  loginAsSuperAdmin(): Promise<void>
  /** Whether a person would see nothing: no text, or an error page. */
  blank(): Promise<boolean>
  /** Saves .cache/screenshots/<name>.png for a person to look at. */
  capture(name: string): Promise<string>
}

export type TestBrowser = {
  open(options?: PageOptions): Promise<TestPage>
  close(): Promise<void>
}

export function findChromium(places = PLACES): string {
  const found = places.find((place) => place && existsSync(place))
  if (!found) {
    throw new Error(MISSING)
  }
  return found
}

/** Medusa's admin takes its flags from there; tests need no network. */
const FLAGS = /^https:\/\/cdn\.jsdelivr\.net\/gh\/lipis\/flag-icons\//
const FLAG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>`

const withoutNetwork = (context: BrowserContext) =>
  context.route(FLAGS, (route) =>
    route.fulfill({ contentType: "image/svg+xml", body: FLAG })
  )

function watch(page: Page, allowed: RegExp[]) {
  const problems: string[] = []
  const report = (problem: string) => {
    if (!allowed.some((pattern) => pattern.test(problem))) {
      problems.push(problem)
    }
  }
  page.on("console", (message) => {
    if (message.type() === "error") {
      report(`console: ${message.text()} (${message.location().url})`)
    }
  })
  page.on("pageerror", (error) => report(`exception: ${error.message}`))
  page.on("response", (response) => {
    if (response.status() >= 500) {
      report(`answer: ${response.status()} ${response.url()}`)
    }
  })
  return problems
}

async function logIn(page: Page, who: "admin" | "super_admin") {
  const { url, seed } = useShop()
  await page.goto(`${url}/app/login`)
  await page.getByPlaceholder("Email").fill(seed[who].email)
  await page.getByPlaceholder("Password").fill(seed[who].password)
  await page.getByRole("button", { name: "Continue with Email" }).click()
  await page.waitForURL((address) => !address.pathname.endsWith("/login"))
}

async function preparePage(
  context: BrowserContext,
  allowed: RegExp[]
): Promise<TestPage> {
  const page = await context.newPage()
  const problems = watch(page, allowed)
  return Object.assign(page, {
    problems: () => [...problems],
    expectNoProblems() {
      const found = problems.splice(0)
      if (found.length) {
        throw new Error(`${page.url()} complained:\n${found.join("\n")}`)
      }
    },
    allow: (...patterns: RegExp[]) => void allowed.push(...patterns),
    loginAsAdmin: () => logIn(page, "admin"),
    loginAsSuperAdmin: () => logIn(page, "super_admin"),
    async blank() {
      const text = await page.locator("body").innerText()
      return text.trim() === "" || /unexpected error|not found/i.test(text)
    },
    async capture(name: string) {
      const folder = join(root, ".cache/screenshots")
      mkdirSync(folder, { recursive: true })
      const path = join(folder, `${name}.png`)
      await page.screenshot({ path })
      return path
    },
  })
}

/** One Chromium for the spec file; each page has its own cookies. */
export async function openBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: findChromium(),
    args: ARGS,
  })
  const close = () => browser.close()
  onRelease(close)
  return {
    close,
    async open({ viewport = WIDE, dark = false, locale, allow = [] } = {}) {
      const context = await browser.newContext({
        viewport,
        colorScheme: dark ? "dark" : "light",
        locale: locale ?? "en",
      })
      await withoutNetwork(context)
      return preparePage(context, [...allow])
    },
  }
}
