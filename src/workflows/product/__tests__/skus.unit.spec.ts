import { skuFor, skusFor } from "../lib/skus"

it.each([
  ["ZUB", "Navy / Large", 1, "ZUB-NAVY-LARGE"],
  ["ZUB", "Navy / Large", 2, "ZUB-NAVY-LARGE-2"],
  ["zub", " Café crème ", 1, "zub-CAFE-CREME"],
  ["ZUB", "ঘড়ি", 1, "ZUB"],
  ["ZUB", "ঘড়ি", 3, "ZUB-3"],
  ["ZUB", "x".repeat(200), 1, `ZUB-${"X".repeat(96)}`],
  ["ZUB", "x".repeat(200), 12, `ZUB-${"X".repeat(93)}-12`],
])("%s and %s make, the %ith time, %s", (prefix, title, turn, sku) => {
  expect(skuFor(prefix, title, turn)).toBe(sku)
})

it("goes on where the last twenty were taken", () => {
  const [first, second] = [skusFor("A", "b", 0), skusFor("A", "b", 1)]

  expect([first[0], first[1], first[19]]).toEqual(["A-B", "A-B-2", "A-B-20"])
  expect([second[0], second[19]]).toEqual(["A-B-21", "A-B-40"])
})
