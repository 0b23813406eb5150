import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import {
  defineMarket,
  isMarketCode,
  marketByCountry,
  marketCodes,
  markets,
} from ".."
import { marketProblems } from "../validate"

const all = Object.values(markets)

describe("markets", () => {
  it.each([
    ["ke", "Kenya", "kes", ["sw", "en"], "Africa/Nairobi", "254", "VAT", 16],
    ["bd", "Bangladesh", "bdt", ["bn", "en"], "Asia/Dhaka", "880", "VAT", 15],
    ["in", "India", "inr", ["hi", "en"], "Asia/Kolkata", "91", "GST", 18],
    [
      "us",
      "United States",
      "usd",
      ["en"],
      "America/New_York",
      "1",
      "Sales tax",
      0,
    ],
  ])(
    "knows %s",
    (code, name, currency, locales, time_zone, calling_code, tax, rate) => {
      expect(marketByCountry(code)).toMatchObject({
        code,
        name,
        country: code,
        currency,
        locales,
        time_zone,
        phone: { calling_code },
        tax: { name: tax, rate, included: code === "ke" },
      })
    }
  )

  it.each(all.map((market) => [market.name, market] as const))(
    "%s is complete and valid",
    (_, market) => {
      expect(marketProblems(market)).toEqual([])
    }
  )

  it("collects every file of the folder that defines a market", () => {
    const helpers = [
      "address.ts",
      "define-market.ts",
      "index.ts",
      "payment-methods.ts",
      "types.ts",
      "validate.ts",
    ]
    const files = readdirSync(join(__dirname, ".."))
      .filter((file) => file.endsWith(".ts") && !helpers.includes(file))
      .map((file) => file.replace(".ts", ""))
      .sort()
    const names = all
      .map(({ name }) => name.toLowerCase().replace(/\s/g, "-"))
      .sort()

    expect(names).toEqual(files)
  })

  it("keeps each market under its own code, one a country", () => {
    expect(marketCodes).toEqual(["ke", "bd", "in", "us"])
    for (const code of marketCodes) {
      expect(markets[code].code).toBe(code)
    }
    expect(new Set(all.map(({ country }) => country)).size).toBe(all.length)
  })

  it("finds a market by country in either case, and none elsewhere", () => {
    expect(marketByCountry("BD")).toBe(markets.bd)
    expect(marketByCountry("fr")).toBeUndefined()
    expect(isMarketCode("ke")).toBe(true)
    expect(isMarketCode("toString")).toBe(false)
  })

  it("cannot be changed while the shop runs", () => {
    expect(Object.isFrozen(markets.ke.tax)).toBe(true)
    expect(Object.isFrozen(markets.bd.address.province.names[0])).toBe(true)
    expect(() => Object.assign(markets.ke.tax, { rate: 0 })).toThrow(TypeError)
  })

  it("wants a phone in Bangladesh and takes numbers of 11 digits there", () => {
    const { identifier, phone } = markets.bd

    expect(identifier).toBe("phone")
    expect(phone.mobile.test("01312345678")).toBe(true)
    expect(phone.mobile.test("01012345678")).toBe(false)
    expect(phone.mobile.test("0171234567")).toBe(false)
  })

  it("holds stock for mobile money a quarter of an hour, for cash without end", () => {
    for (const { reservation_minutes } of all) {
      expect(reservation_minutes).toEqual({ mobile: 15, cash: null })
    }
  })

  it("offers what people pay with", () => {
    expect(markets.ke.payment_methods).toEqual(["mpesa", "stripe", "cash"])
    expect(markets.bd.payment_methods).toEqual([
      "bkash",
      "nagad",
      "rocket",
      "card",
      "stripe",
      "cash",
    ])
    expect(markets.in.payment_methods).toEqual(["stripe", "cash"])
    expect(markets.us.payment_methods).toEqual(["stripe"])
  })
})

describe("defineMarket", () => {
  const { kenya } = jest.requireActual<typeof import("../kenya")>("../kenya")

  it("fills in what most markets share", () => {
    const {
      identifier: _identifier,
      numbering: _numbering,
      genders: _genders,
      quiet_hours: _quiet,
      reservation_minutes: _reservation,
      cash_limits: _limits,
      ...definition
    } = kenya

    expect(defineMarket({ ...definition, code: "test" })).toMatchObject({
      code: "test",
      identifier: "either",
      numbering: { pattern: "{market}-{year}-{number}", digits: 4 },
      genders: ["male", "female", "other"],
      quiet_hours: { from: "21:00", to: "08:00" },
      reservation_minutes: { mobile: 15, cash: null },
      cash_limits: { order: null, open_orders: 3 },
    })
  })

  it("makes a market of the example in the documentation", () => {
    const page = readFileSync(
      join(__dirname, "../../../docs/markets.md"),
      "utf8"
    )
    const [, example] = /defineMarket\((\{[\s\S]*?\n {3}\})\)/.exec(page) ?? []
    const run = new Function("defineMarket", `return defineMarket(${example})`)

    expect(run(defineMarket)).toMatchObject({ code: "ug", currency: "ugx" })
  })

  it.each([
    [{ code: "K" }, "code must be two or more small letters"],
    [{ country: "zz" }, "country must be an ISO 3166 code in small letters"],
    [{ currency: "KES" }, "currency must be an ISO 4217 code in small letters"],
    [{ locales: [] }, "locales must name at least one language, each once"],
    [{ time_zone: "Nairobi" }, "time_zone must be an IANA zone"],
    [
      { tax: { name: "VAT", rate: 160, included: false } },
      "tax needs a name and a rate from 0 to 100",
    ],
    [
      { phone: { ...kenya.phone, calling_code: "255" } },
      "phone.calling_code must be the one of the country",
    ],
    [
      { phone: { ...kenya.phone, example: "0202345678" } },
      "phone.example must be a mobile number of the country that fits phone.mobile",
    ],
    [
      {
        address: {
          ...kenya.address,
          postal_code: { pattern: /^\d{4}$/, example: "00100" },
        },
      },
      "address.postal_code.example must fit its pattern",
    ],
    [
      {
        couriers: [{ code: "x", name: "X", tracking_url: "https://x.example" }],
      },
      "couriers must have unique codes and `{number}` in each tracking_url",
    ],
    [
      { cash_limits: { order: 0, open_orders: 3 } },
      "cash_limits must be an amount of the currency and a whole number, above 0",
    ],
    [
      { cash_limits: { order: 10.001, open_orders: null } },
      "cash_limits must be an amount of the currency and a whole number, above 0",
    ],
    [
      { numbering: { pattern: "{year}", digits: 4 } },
      "numbering.pattern must contain `{number}`",
    ],
    [
      { numbering: { pattern: "{number}", digits: 0 } },
      "numbering.digits must be from 1 to 12",
    ],
    [
      { reservation_minutes: { mobile: 0.5, cash: null } },
      "reservation_minutes must be whole minutes",
    ],
    [
      { quiet_hours: { from: "9pm", to: "08:00" } },
      "quiet_hours must be clock times such as `21:00`",
    ],
  ])("refuses %j", (change, problem) => {
    expect(() => defineMarket({ ...kenya, ...change })).toThrow(problem)
  })

  it("says everything that is wrong in one sentence", () => {
    expect(() =>
      defineMarket({ ...kenya, name: " ", time_zone: "Nairobi" })
    ).toThrow(
      'The market "ke" is wrong: name must not be empty; time_zone must be an IANA zone. docs/markets.md says what each field means.'
    )
  })
})
