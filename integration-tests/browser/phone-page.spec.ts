import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { startSimulators as startFrame } from "../../simulators/frame/server"
import { till } from "../../simulators/frame/__tests__/bed"
import { systemClock } from "../../simulators/frame/clock"
import { pages } from "../../simulators/page"
import {
  NARROW,
  openBrowser,
  type TestBrowser,
  type TestPage,
} from "../support/browser"

type Frame = Awaited<ReturnType<typeof startFrame>>

const SHOPPER = "254700000001"

let browser: TestBrowser
let frame: Frame
let page: TestPage

/** Only the stand-in is a test's own; the page and its server are the real ones. */
const start = (port?: number) =>
  startFrame({
    standIns: [till],
    shopUrl: "http://localhost:1",
    clock: systemClock,
    pages,
    port,
  })

beforeAll(async () => {
  browser = await openBrowser()
})
beforeEach(async () => {
  frame = await start()
  page = await browser.open({ viewport: NARROW })
})
afterEach(async () => {
  try {
    page.expectNoProblems()
  } finally {
    await page.close()
    await frame.close()
  }
})

const ask = (msisdn = SHOPPER) =>
  fetch(`${frame.url}/till/ask/${msisdn}`, { method: "POST" })
const message = (text: string, from = "DUKA") =>
  frame.phones.message(SHOPPER, { channel: "sms", from, text })
const open = (msisdn = SHOPPER) =>
  page.goto(`${frame.url}/phone?msisdn=${msisdn}`)
const prompt = () => page.getByRole("alertdialog")
const states = () =>
  frame.phones.show(SHOPPER).prompts.map(({ state, action }) => ({
    state,
    action,
  }))

describe("choosing a phone", () => {
  it("starts with none, and says what to do", async () => {
    await page.goto(`${frame.url}/phone`)

    await page.getByText("Choose a phone: type its number above").waitFor()
    expect(await page.getByRole("heading", { level: 2 }).innerText()).toBe(
      "No phone chosen"
    )
  })

  it("takes a number however it is typed, and keeps it in the address", async () => {
    await page.goto(`${frame.url}/phone`)

    await page.getByLabel("Phone number").fill("+254 700 000-001")
    await page.keyboard.press("Enter")

    await page.getByText("Nothing yet.").waitFor()
    expect(page.url()).toBe(`${frame.url}/phone?msisdn=${SHOPPER}`)
  })

  it("explains a number that is none", async () => {
    page.allow(/400/)
    await open("12")

    await page.getByText('"12" is not a phone number.').waitFor()
  })

  it("offers the phones in use, and goes back", async () => {
    frame.phones.message("254700000002", {
      channel: "whatsapp",
      from: "Duka",
      text: "Hello",
    })
    await open()

    await page.getByRole("link", { name: "254700000002" }).click()
    await page.getByText("Hello").waitFor()
    await page.goBack()

    await page.getByText("Nothing yet.").waitFor()
  })
})

describe("a message", () => {
  it("appears as it is sent, by sender", async () => {
    await open()
    message("Agizo lako limepokelewa", "DUKA")
    frame.phones.message(SHOPPER, {
      channel: "whatsapp",
      from: "Duka shop",
      text: "আপনার অর্ডার নিশ্চিত হয়েছে",
    })
    frame.phones.message(SHOPPER, {
      channel: "email",
      from: "shop@duka.test",
      subject: "आपका ऑर्डर",
      text: "धन्यवाद",
    })

    await page.getByText("धन्यवाद").waitFor()
    expect(await page.locator(".thread h3").allInnerTexts()).toEqual([
      "DUKA SMS",
      "Duka shop WhatsApp",
      "shop@duka.test E-mail",
    ])
    await page.capture("phone-messages")
  })

  it("is text, whatever it contains", async () => {
    const hostile = `<img src=x onerror="document.title='owned'"><b>bold</b>`
    message(hostile)
    await open()

    await page.getByText(hostile).waitFor()
    expect(await page.locator("#threads img, #threads b").count()).toBe(0)
    expect(await page.title()).toBe("Shopper's phone")
  })

  it("of great length stays inside the screen", async () => {
    message("x".repeat(5_000), "y".repeat(200))
    await open()
    await page.getByText("xxx").waitFor()

    expect(
      await page.evaluate<number>("document.documentElement.scrollWidth")
    ).toBe(NARROW.width)
  })
})

describe("a prompt", () => {
  it("asks for the PIN, and is approved with the keyboard alone", async () => {
    await open()
    await page.getByText("Nothing yet.").waitFor()
    await ask()

    await prompt().waitFor()
    expect(await prompt().innerText()).toMatch(
      /Do you want to pay KES\s250.00 to Duka\?/
    )
    expect(await prompt().innerText()).toMatch(/\d\d s left to answer/)
    await page.capture("phone-prompt")
    await page.keyboard.type("1234")
    await page.keyboard.press("Enter")

    await page.getByText("Paid <b>250</b>").waitFor()
    await prompt().waitFor({ state: "hidden" })
    expect(states()).toEqual([{ state: "answered", action: "approve" }])
  })

  it("wants four digits before it is approved", async () => {
    await ask()
    await open()

    await page.getByRole("button", { name: "Approve" }).click()

    await page.getByText("Type four digits. Any four will do.").waitFor()
    expect(states()).toEqual([{ state: "waiting", action: undefined }])
  })

  it.each([
    ["Cancel", "answered", "cancel", "cancelled"],
    ["Wrong PIN", "answered", "wrong-pin", "wrong PIN"],
    ["No funds", "answered", "no-funds", "not enough money"],
    ["Let it time out", "expired", "timeout", "timed out"],
  ])("ends with %s", async (button, state, action, told) => {
    await ask()
    await open()

    await page.getByRole("button", { name: button }).click()

    await prompt().waitFor({ state: "hidden" })
    await page.getByText(new RegExp(`to Duka: ${told}`)).waitFor()
    expect(states()).toEqual([{ state, action }])
  })

  it("sends as many callbacks as asked for", async () => {
    await ask()
    await open()

    await page.getByLabel("Send the callback").fill("3")
    await page.getByRole("button", { name: "Cancel" }).click()
    await prompt().waitFor({ state: "hidden" })
    await frame.standIn("till").callbacks.idle()

    const sent = frame
      .standIn("till")
      .journal.list()
      .filter(({ direction }) => direction === "out")
    expect(sent).toHaveLength(3)
  })

  it("is shown one after another", async () => {
    await ask()
    await ask()
    await open()

    await page.getByRole("button", { name: "Cancel" }).click()
    await page.getByText(/to Duka: cancelled/).waitFor()
    await prompt().waitFor()
    await page.getByRole("button", { name: "No funds" }).click()
    await prompt().waitFor({ state: "hidden" })

    expect(states().map(({ action }) => action)).toEqual(["cancel", "no-funds"])
  })

  it("answered elsewhere goes away here", async () => {
    await ask()
    await open()
    await prompt().waitFor()
    const { id } = frame.phones.show(SHOPPER).prompts[0]

    frame.phones.answer(SHOPPER, id, { action: "cancel", deliver: 0 })

    await prompt().waitFor({ state: "hidden" })
  })
})

describe("the page", () => {
  it("says when the simulators are gone, and recovers", async () => {
    page.allow(/ERR_|Failed to load resource/)
    await open()
    await page.getByText("Nothing yet.").waitFor()
    const port = Number(new URL(frame.url).port)

    await frame.close()
    await page.getByText("Connection to the simulators lost.").waitFor()
    frame = await start(port)
    message("Back again")

    await page.getByText("Back again").waitFor()
    await page
      .getByText("Connection to the simulators lost.")
      .waitFor({ state: "detached" })
  })

  it.each([false, true])("can be read (dark: %s)", async (dark) => {
    const view = await browser.open({ viewport: NARROW, dark })
    message("Readable?")
    await ask()
    await view.goto(`${frame.url}/phone?msisdn=${SHOPPER}`)
    await view.getByRole("alertdialog").waitFor()

    const ratios = await view.evaluate<Record<string, number>>(
      await readFile(join(__dirname, "contrasts.js"), "utf8")
    )

    expect(Object.entries(ratios).filter(([, ratio]) => ratio < 4.5)).toEqual(
      []
    )
    await view.capture(`phone-${dark ? "dark" : "light"}`)
    view.expectNoProblems()
    await view.close()
  })
})
