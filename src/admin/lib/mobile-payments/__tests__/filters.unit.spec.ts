import { paymentsQuery } from "../filters"

const none = { q: "", state: "", method: "", from: "", to: "" }

it("asks for nothing that is not set", () => {
  expect(paymentsQuery(none)).toEqual({})
})

it("calls the method what the API calls it", () => {
  expect(paymentsQuery({ ...none, q: "#7", method: "mpesa" })).toEqual({
    q: "#7",
    driver: "mpesa",
  })
})

it("takes both days whole, as the person who looks counts them", () => {
  const query = paymentsQuery({ ...none, from: "2026-02-28", to: "2026-02-28" })
  expect(query).toEqual({
    from: new Date(2026, 1, 28).toISOString(),
    to: new Date(2026, 2, 1).toISOString(),
  })
})

it.each(["yesterday", "2026", "2026-13-99x"])("leaves out %s", (from) => {
  expect(paymentsQuery({ ...none, from })).toEqual({})
})
