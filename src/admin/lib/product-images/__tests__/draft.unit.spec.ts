import { changeOf, draftOf, isUnchanged } from "../draft"
import type { ProductImage } from "../types"

const image: ProductImage = {
  id: "img_1",
  url: "https://files.example/front.png",
  alt: "In front",
  rank: 1,
  is_primary: false,
  variant_ids: [],
  primary_of: ["variant_1"],
}

it("changes nothing until something is typed", () => {
  expect(changeOf(image, draftOf(image))).toEqual({})
  expect(isUnchanged(image, draftOf(image))).toBe(true)
})

it.each([
  [{ alt: " Behind " }, { alt: "Behind" }],
  [{ alt: "" }, { alt: "" }],
  [{ place: "1" }, { rank: 0 }],
  [{ place: "4" }, { rank: 3 }],
  [{ primary: true }, { primary: true }],
  [{ primary_of: ["variant_1", "variant_2"] }, { primary_of: ["variant_2"] }],
])("sends %j as %j", (typed, sent) => {
  expect(changeOf(image, { ...draftOf(image), ...typed })).toEqual(sent)
})

it("does not make a primary image primary again", () => {
  const primary = { ...image, is_primary: true }
  expect(changeOf(primary, draftOf(primary))).toEqual({})
})
