import { deepFreeze } from "../deep-freeze"
import { toAsciiDigits } from "../digits"

describe("deepFreeze", () => {
  it("freezes data all the way down and leaves patterns usable", () => {
    const frozen = deepFreeze({ list: [{ name: "a" }], pattern: /a/g })

    expect(Object.isFrozen(frozen.list)).toBe(true)
    expect(Object.isFrozen(frozen.list[0])).toBe(true)
    expect(frozen.pattern.test("a")).toBe(true)
  })

  it("leaves what is no data alone", () => {
    expect(deepFreeze(null)).toBeNull()
    expect(deepFreeze(5)).toBe(5)
  })
})

describe("toAsciiDigits", () => {
  it.each([
    ["০১২৩৪৫৬৭৮৯", "0123456789"],
    ["०१२३४५६७८९", "0123456789"],
    ["٠١٢٣٤٥٦٧٨٩", "0123456789"],
    ["۰۱۲۳۴۵۶۷۸۹", "0123456789"],
    ["a-1 ৳৫০", "a-1 ৳50"],
    ["๓", "๓"],
  ])("writes %s as %s", (text, ascii) => {
    expect(toAsciiDigits(text)).toBe(ascii)
  })
})
