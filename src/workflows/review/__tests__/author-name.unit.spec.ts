import { authorName } from "../lib/author-name"

describe("the name of an author", () => {
  it.each([
    ["Amina", "Otieno", "Amina O."],
    ["  Amina ", " otieno ", "Amina O."],
    ["Amina", null, "Amina"],
    ["Mary Jane", "van Dyk", "Mary Jane V."],
    ["তাসনিম", "রহমান", "তাসনিম র."],
    ["अनन्या", "शर्मा", "अनन्या श."],
    ["Amina", "😀 Otieno", "Amina"],
    ["Amina", "254", "Amina"],
    [null, "Otieno", null],
    ["", "", null],
    ["amina@example.com", "Otieno", null],
    ["+254 712 345 678", "Otieno", null],
    ["০১৭১২৩৪৫৬৭৮", "Rahman", null],
    ["x".repeat(60), "O", `${"x".repeat(40)} O.`],
  ])("of %s %s is %s", (first_name, last_name, expected) => {
    expect(authorName({ first_name, last_name })).toBe(expected)
  })
})
