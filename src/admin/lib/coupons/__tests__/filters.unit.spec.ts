import { couponsQuery, isFiltered } from "../filters"

it("asks only for what was chosen", () => {
  expect(couponsQuery({ q: "", state: "", order: "" })).toEqual({})
  expect(couponsQuery({ q: "TEN", state: "used_up", order: "code" })).toEqual({
    q: "TEN",
    state: "used_up",
    order: "code",
  })
})

it("is not filtered by an order alone", () => {
  expect(isFiltered({ q: "", state: "", order: "code" })).toBe(false)
  expect(isFiltered({ q: "", state: "active", order: "" })).toBe(true)
})
