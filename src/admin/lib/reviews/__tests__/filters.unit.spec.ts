import { filterNames, isFiltered, reviewsQuery } from "../filters"

const none = Object.fromEntries(
  filterNames.map((name) => [name, ""])
) as Record<(typeof filterNames)[number], string>

it("asks for nothing that is not set", () => {
  expect(reviewsQuery(none)).toEqual({})
  expect(isFiltered({ ...none, order: "rating" })).toBe(false)
})

it("calls the product what the API calls it, and takes days whole", () => {
  const filters = { ...none, product: "prod_1", rating: "5", to: "2026-02-28" }
  expect(reviewsQuery(filters)).toEqual({
    product_id: "prod_1",
    rating: "5",
    to: new Date(2026, 2, 1).toISOString(),
  })
  expect(isFiltered(filters)).toBe(true)
})
