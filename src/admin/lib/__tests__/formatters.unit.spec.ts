import { formatters } from "../format/formatters"
import { localeOf } from "../format/locale"

const NBSP = "\u00A0"
const english = formatters("en")

describe("a language's locale", () => {
  it.each([
    ["en", "en"],
    ["sw", "sw-KE"],
    ["bn", "bn-BD"],
    ["hi", "hi-IN"],
    ["enGB", "en-GB"],
    ["zhCN", "zh-CN"],
    ["not a language", "en"],
  ])("of %s is %s", (language, locale) => {
    expect(localeOf(language)).toBe(locale)
  })
})

describe("money", () => {
  it("is written as the language does", () => {
    expect(english.money(4200, "kes")).toBe(`KES${NBSP}4,200.00`)
    expect(formatters("sw-KE").money(4200, "kes")).toBe(`Ksh${NBSP}4,200.00`)
    expect(formatters("bn-BD").money(4200, "bdt")).toMatch(/^৪,২০০\.০০/)
  })

  it("of a currency nobody knows is still an amount", () => {
    expect(english.money(5, "points")).toBe("5 POINTS")
  })
})

it("a share of a hundred keeps its decimals", () => {
  expect([english.percent(20), english.percent(12.5)]).toEqual(["20%", "12.5%"])
})

describe("a day of another calendar", () => {
  it("is that day, wherever it is read", () => {
    expect(english.calendar("2026-12-31")).toBe("Dec 31, 2026")
    expect(formatters("sw-KE").calendar("2026-12-31")).toBe("31 Des 2026")
  })

  it("has its clock's time, when there is one", () => {
    expect(english.calendar("2026-12-31", "18:30")).toMatch(
      /^Dec 31, 2026, 6:30\sPM$/
    )
  })
})

describe("a time that is left", () => {
  it.each([
    [899_900, "14 min 59 sec"],
    [59_000, "59 sec"],
    [0, "0 sec"],
    [-5_000, "0 sec"],
    [3_660_000, "1 hr 1 min"],
    [90_000_000, "1 day 1 hr"],
  ])("of %d ms is %s", (milliseconds, words) => {
    expect(english.duration(milliseconds)).toBe(words)
  })
})

describe("an age", () => {
  const now = Date.parse("2026-03-01T12:00:00Z")

  it.each([
    ["2026-03-01T11:59:30Z", "30 seconds ago"],
    ["2026-03-01T11:55:00Z", "5 minutes ago"],
    ["2026-02-28T12:00:00Z", "yesterday"],
    ["2026-03-01T12:00:00Z", "now"],
    ["2026-03-01T12:00:09Z", "now"],
  ])("of %s is %s", (at, words) => {
    expect(english.relative(at, now)).toBe(words)
  })
})
