import { unknownSessionData } from "../store/payment-sessions/validators"

it.each([
  ["pp_cash_cash", { a: 1, b: 2 }, ["a", "b"]],
  ["pp_stripe_stripe", { amount: 1 }, ["amount"]],
  ["pp_unknown_x", { phone: "07" }, ["phone"]],
  [undefined, { phone: "07" }, ["phone"]],
  ["pp_cash_cash", {}, []],
  ["pp_cash_cash", undefined, []],
  ["pp_cash_cash", null, []],
])("of %s and %j refuses %j", (provider_id, data, unknown) => {
  expect(unknownSessionData({ provider_id, data })).toEqual(unknown)
})
