import { amountOf, differenceWords, dueOf, isCashProvider } from "../state"

it.each([
  ["5250", 5250],
  [" 5250.50 ", 5250.5],
  ["0", 0],
  ["", undefined],
  ["  ", undefined],
  ["-1", undefined],
  ["many", undefined],
  ["Infinity", undefined],
])("%j is the amount %s", (typed, amount) => {
  expect(amountOf(typed)).toBe(amount)
})

it.each([
  [0, "difference.none", 0],
  [-100, "difference.short", 100],
  [50, "difference.over", 50],
])("a difference of %d is said with %s", (difference, key, amount) => {
  expect(differenceWords(difference)).toEqual({ key, amount })
})

it("owes the order's total before it is written down", () => {
  const order = {
    id: "order_1",
    status: "pending",
    total: 500,
    currency_code: "kes",
  }
  expect(dueOf(order)).toMatchObject({
    order_id: "order_1",
    state: "due",
    amount_due: 500,
    currency_code: "kes",
    amount_collected: null,
  })
})

it("knows the provider of cash", () => {
  expect(isCashProvider("pp_cash_cash")).toBe(true)
  expect(isCashProvider("pp_mpesa_mpesa")).toBe(false)
})
