import {
  allocate,
  decimalsOf,
  formatMoney,
  isCurrency,
  isSameAmount,
  roundToMinor,
  shareOf,
  toAmount,
  toDecimal,
  toMinor,
} from "../money"

describe("currencies", () => {
  it.each([
    ["kes", 2],
    ["BDT", 2],
    ["inr", 2],
    ["usd", 2],
    ["jpy", 0],
    ["kwd", 3],
  ])("%s has %d decimals", (currency, decimals) => {
    expect(decimalsOf(currency)).toBe(decimals)
  })

  it("knows what is one", () => {
    expect(isCurrency("kes")).toBe(true)
    expect(isCurrency("xyz")).toBe(false)
    expect(() => decimalsOf("xyz")).toThrow('"xyz" is not a currency.')
  })
})

describe("toMinor", () => {
  it.each<[number | string, string, bigint]>([
    [12.5, "kes", 1250n],
    ["12.50", "kes", 1250n],
    [0.29, "kes", 29n],
    [1.1, "usd", 110n],
    [4.35, "usd", 435n],
    [1.005e3, "kes", 100500n],
    [-7.25, "bdt", -725n],
    [0, "kes", 0n],
    [250, "jpy", 250n],
    ["0.125", "kwd", 125n],
    ["12.500000", "kes", 1250n],
    [1e21, "jpy", 1000000000000000000000n],
    ["90071992547409931.23", "kes", 9007199254740993123n],
  ])("reads %p %s as %p", (amount, currency, minor) => {
    expect(toMinor(amount, currency)).toBe(minor)
  })

  it.each<[number | string, string, string]>([
    [12.345, "kes", "12.345 has more decimals than KES, which has 2."],
    [0.5, "jpy", "0.5 has more decimals than JPY, which has 0."],
    [1e-7, "kes", "1e-7 has more decimals than KES, which has 2."],
    [NaN, "kes", '"NaN" is not an amount of money.'],
    [Infinity, "kes", '"Infinity" is not an amount of money.'],
    ["", "kes", '"" is not an amount of money.'],
    ["1,000", "kes", '"1,000" is not an amount of money.'],
    ["0x10", "kes", '"0x10" is not an amount of money.'],
  ])("refuses %p %s", (amount, currency, message) => {
    expect(() => toMinor(amount, currency)).toThrow(message)
  })

  it("adds up where decimal numbers do not", () => {
    const sum = toMinor(0.1, "usd") + toMinor(0.2, "usd")

    expect(sum).toBe(toMinor(0.3, "usd"))
    expect(0.1 + 0.2).not.toBe(0.3)
  })
})

describe("roundToMinor", () => {
  it.each<[number | string, string, bigint]>([
    [1.005, "usd", 101n],
    [1.004, "usd", 100n],
    [-1.005, "usd", -101n],
    [2.5, "jpy", 3n],
    [2.49, "jpy", 2n],
    ["0.9999", "kes", 100n],
    [12.5, "kes", 1250n],
  ])("rounds %p %s to %p", (amount, currency, minor) => {
    expect(roundToMinor(amount, currency)).toBe(minor)
  })
})

describe("toDecimal and toAmount", () => {
  it.each<[bigint, string, string]>([
    [1250n, "kes", "12.50"],
    [5n, "kes", "0.05"],
    [-5n, "kes", "-0.05"],
    [0n, "kes", "0.00"],
    [250n, "jpy", "250"],
    [1n, "kwd", "0.001"],
  ])("writes %p %s as %s", (minor, currency, decimal) => {
    expect(toDecimal(minor, currency)).toBe(decimal)
    expect(toMinor(decimal, currency)).toBe(minor)
    expect(toAmount(minor, currency)).toBe(Number(decimal))
  })
})

describe("isSameAmount", () => {
  it("compares money and not its spelling", () => {
    expect(isSameAmount(12.5, "12.50", "kes")).toBe(true)
    expect(isSameAmount(12.5, 12.51, "kes")).toBe(false)
  })
})

describe("shareOf", () => {
  it.each<[bigint, number, bigint]>([
    [10_000n, 1_600, 1_600n],
    [333n, 1_500, 50n],
    [-333n, 1_500, -50n],
    [1n, 5_000, 1n],
    [1n, 4_999, 0n],
    [100n, 0, 0n],
  ])("takes from %p %p basis points: %p", (minor, points, share) => {
    expect(shareOf(minor, points)).toBe(share)
  })

  it("refuses parts of a basis point", () => {
    expect(() => shareOf(100n, 0.5)).toThrow(
      "0.5 is not a whole number of basis points."
    )
  })
})

describe("allocate", () => {
  it.each<[bigint, number[], bigint[]]>([
    [100n, [1, 1, 1], [34n, 33n, 33n]],
    [-100n, [1, 1, 1], [-34n, -33n, -33n]],
    [101n, [1, 2], [34n, 67n]],
    [5n, [3, 7], [2n, 3n]],
    [1n, [0, 1], [0n, 1n]],
    [0n, [1, 1], [0n, 0n]],
  ])("splits %p by %p into %p", (minor, weights, parts) => {
    expect(allocate(minor, weights)).toEqual(parts)
  })

  it("never loses or makes a unit", () => {
    for (let minor = 0n; minor < 200n; minor += 7n) {
      const parts = allocate(minor, [3, 5, 11, 1])

      expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(minor)
    }
  })

  it("refuses weights that say nothing", () => {
    expect(() => allocate(1n, [0, 0])).toThrow(
      "At least one weight must be above 0."
    )
    expect(() => allocate(1n, [1.5])).toThrow(
      "Weights must be whole numbers from 0."
    )
    expect(() => allocate(1n, [])).toThrow(
      "At least one weight must be above 0."
    )
  })
})

describe("formatMoney", () => {
  it.each<[bigint, string, string, string]>([
    [125050n, "kes", "en-KE", "Ksh 1,250.50"],
    [12345650n, "bdt", "bn-BD", "১,২৩,৪৫৬.৫০৳"],
    [12345650n, "inr", "en-IN", "₹1,23,456.50"],
    [9007199254740993123n, "usd", "en-US", "$90,071,992,547,409,931.23"],
  ])("writes %p %s for %s", (minor, currency, locale, text) => {
    const spaces = /\s/gu

    expect(formatMoney(minor, currency, locale).replace(spaces, " ")).toBe(text)
  })
})
