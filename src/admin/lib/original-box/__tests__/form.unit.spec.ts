import {
  amountOf,
  bodyOf,
  currenciesOf,
  formOf,
  isWrong,
  shopperPays,
} from "../form"
import type { BoxView } from "../types"

const box: BoxView = {
  id: "obox_1",
  product_id: "prod_1",
  offered: true,
  prices: [{ currency_code: "kes", amount: 499.5 }],
  missing_currencies: ["usd"],
  own_stock: false,
  inventory_item_id: null,
  available: null,
}

const market = (
  currency_code: string,
  tax_rate: number,
  inclusive: boolean
) => ({
  region_id: currency_code,
  name: currency_code,
  currency_code,
  tax_rate,
  tax_inclusive: inclusive,
})

it.each([
  ["500", 500],
  [" 9,99 ", 9.99],
  ["0", null],
  ["-5", null],
  ["five", null],
  ["", null],
  [undefined, null],
])("reads %j as %j", (typed, amount) => {
  expect(amountOf(typed)).toBe(amount)
})

it("tells an empty field from a wrong one", () => {
  expect([isWrong(""), isWrong("x"), isWrong("5")]).toEqual([
    false,
    true,
    false,
  ])
})

it("adds the tax where it is not in the price", () => {
  expect(shopperPays(500, market("kes", 16, true))).toBe(500)
  expect(shopperPays(400, market("bdt", 15, false))).toBeCloseTo(460, 6)
})

it("asks for the currencies of the shop, and those that are there", () => {
  expect(currenciesOf(box, [market("usd", 0, false)])).toEqual(["kes", "usd"])
  expect(currenciesOf(null, [])).toEqual([])
})

it("sends what it was given", () => {
  expect(formOf(null)).toEqual({ offered: false, own_stock: false, prices: {} })
  expect(bodyOf({ ...formOf(box), own_stock: true })).toEqual({
    offered: true,
    own_stock: true,
    prices: [{ currency_code: "kes", amount: 499.5 }],
  })
  expect(bodyOf({ ...formOf(box), prices: { kes: "" } }).prices).toEqual([])
})
