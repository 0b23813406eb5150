import { SLUG, slugOf } from "../slug"

describe("a slug", () => {
  it.each([
    ["Solar Power", "solar-power"],
    ["  For   her!  ", "for-her"],
    ["Men's & Women’s", "mens-womens"],
    ["Crème brûlée", "creme-brulee"],
    ["ＦＵＬＬ width", "full-width"],
    ["5G_phones", "5g-phones"],
    ["---", ""],
    ["ঘড়ি", ""],
    ["घड़ी 24", "24"],
  ])("of %p is %p", (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  it("is cut where it becomes too long, and not at a hyphen", () => {
    expect(slugOf("ab cd ef", 6)).toBe("ab-cd")
    expect(slugOf("x".repeat(101))).toBe("x".repeat(100))
  })

  it.each(["a", "a-b", "2-go", "x1"])("may be %p", (slug) => {
    expect(SLUG.test(slug)).toBe(true)
  })

  it.each(["", "-a", "a-", "a--b", "A", "a b", "ä", "a\n"])(
    "may not be %p",
    (slug) => {
      expect(SLUG.test(slug)).toBe(false)
    }
  )
})
