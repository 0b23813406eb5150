import { existsSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import {
  type Browser,
  type BrowserContext,
  type Page,
  type Request,
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

/** Somebody who works in the admin. */
export type Staff = { email: string; password: string }

export type PageOptions = {
  /** Who is logged in when it opens; nobody unless somebody is named. */
  as?: "admin" | "super_admin" | Staff
  viewport?: { width: number; height: number }
  dark?: boolean
  /** Console errors and failed requests that are meant to happen here. */
  allow?: RegExp[]
}

export type TestPage = Page & {
  /** Everything the page complained about and was not allowed to. */
  problems(): string[]
  /** Fails with all complaints in one message. */
  expectNoProblems(): void
  allow(...patterns: RegExp[]): void
  /** Waits until every question to the server is answered, and shown. */
  settled(): Promise<void>
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
const FLAGS = "https://cdn.jsdelivr.net/gh/lipis/flag-icons/*"
const FLAG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>`

/**
 * Not by `route`: that turns the browser's cache off, and each page would load
 * and compile the whole admin again.
 */
async function withoutNetwork(page: Page) {
  const session = await page.context().newCDPSession(page)
  session.on("Fetch.requestPaused", ({ requestId }) => {
    session
      .send("Fetch.fulfillRequest", {
        requestId,
        responseCode: 200,
        responseHeaders: [{ name: "Content-Type", value: "image/svg+xml" }],
        body: Buffer.from(FLAG).toString("base64"),
      })
      // The page may be gone before its flag comes.
      .catch(() => {})
  })
  await session.send("Fetch.enable", { patterns: [{ urlPattern: FLAGS }] })
}

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

/** Follows the questions of a page, to know when there are none left. */
function traffic(page: Page) {
  const open = new Set<Request>()
  let begun = 0
  page.on("request", (request) => {
    begun += 1
    open.add(request)
  })
  const end = (request: Request) => void open.delete(request)
  page.on("requestfinished", end)
  page.on("requestfailed", end)
  return { begun: () => begun, open: () => open.size }
}

/** An answer is shown, and the question that follows from it asked, by then. */
const SHOWN = `new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))`

/** So many looks in a row without a question. */
const QUIET = 3

async function settled(
  page: Page,
  { begun, open }: ReturnType<typeof traffic>
) {
  for (let quiet = 0; quiet < QUIET;) {
    const before = begun()
    await page.evaluate(SHOWN)
    quiet = open() === 0 && begun() === before ? quiet + 1 : 0
  }
}

/** As the log-in form does it: a token, and a session for the token. */
async function logIn(context: BrowserContext, { email, password }: Staff) {
  const { url } = useShop()
  const answer = await context.request.post(`${url}/auth/user/emailpass`, {
    data: { email, password },
  })
  const { token } = (await answer.json()) as { token?: string }
  const session = await context.request.post(`${url}/auth/session`, {
    headers: { authorization: `Bearer ${token ?? ""}` },
  })
  if (!session.ok()) {
    throw new Error(`${email} could not log in: ${await session.text()}`)
  }
}

async function preparePage(
  context: BrowserContext,
  { viewport = WIDE, dark = false, allow = [] }: PageOptions
): Promise<TestPage> {
  const page = await context.newPage()
  const allowed = [...allow]
  const problems = watch(page, allowed)
  const questions = traffic(page)
  await Promise.all([
    withoutNetwork(page),
    page.setViewportSize(viewport),
    page.emulateMedia({ colorScheme: dark ? "dark" : "light" }),
  ])
  return Object.assign(page, {
    problems: () => [...problems],
    expectNoProblems() {
      const found = problems.splice(0)
      if (found.length) {
        throw new Error(`${page.url()} complained:\n${found.join("\n")}`)
      }
    },
    allow: (...patterns: RegExp[]) => void allowed.push(...patterns),
    settled: () => settled(page, questions),
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

/**
 * One Chromium for the spec file. Pages of one person share what a browser
 * shares between tabs: cookies, storage and the cache.
 */
export async function openBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: findChromium(),
    args: ARGS,
  })
  const close = () => browser.close()
  onRelease(close)
  const contexts = new Map<string, Promise<BrowserContext>>()
  const contextOf = (person?: Staff) => {
    const key = person?.email ?? ""
    const known = contexts.get(key)
    if (known) {
      return known
    }
    const made = browser.newContext({ locale: "en" }).then(async (context) => {
      if (person) {
        await logIn(context, person)
      }
      return context
    })
    contexts.set(key, made)
    return made
  }
  return {
    close,
    async open(options = {}) {
      const { as } = options
      const person = typeof as === "string" ? useShop().seed[as] : as
      return preparePage(await contextOf(person), options)
    },
  }
}
