import { type Claim, refuseShortage } from "../shortage"

const here = { inventory_item_id: "iitem_tea", location_id: "sloc_nairobi" }
const there = { ...here, location_id: "sloc_mombasa" }

const levels = [
  { ...here, id: "ilev_1", stocked_quantity: 10, reserved_quantity: 7 },
  { ...there, id: "ilev_2", stocked_quantity: 1, reserved_quantity: 4 },
]

const claim = (quantity: number, more: Partial<Claim> = {}) => ({
  ...here,
  quantity,
  ...more,
})

const refusal = (message: string) =>
  expect.objectContaining({
    type: "not_allowed",
    code: "insufficient_inventory",
    message,
  }) as Error

it.each<[string, Claim[]]>([
  ["all that is left", [claim(2), claim(1)]],
  ["fractions of it", [claim(0.1), claim(0.2), claim(2.7)]],
  ["what another line gives back", [claim(-2), claim(5)]],
  ["a backorder of any size", [claim(50, { allow_backorder: true }), claim(3)]],
  ["less, where too much is taken already", [claim(-1, there)]],
  [
    "what is not stocked, which is Medusa's to refuse",
    [claim(9, { location_id: "sloc_x" })],
  ],
])("lets go %s", (_, claims) => {
  expect(() => refuseShortage(levels, claims)).not.toThrow()
})

it("refuses lines that only together are too much, and says what is left", () => {
  expect(() => refuseShortage(levels, [claim(2), claim(2)])).toThrow(
    refusal(
      "Not enough stock available for item iitem_tea at location sloc_nairobi: 4 wanted, 3 left. Take less, or add stock first."
    )
  )
})

it("says that nothing is left where more is reserved than stocked", () => {
  expect(() => refuseShortage(levels, [claim(1, there)])).toThrow(
    refusal(
      "Not enough stock available for item iitem_tea at location sloc_mombasa: 1 wanted, 0 left. Take less, or add stock first."
    )
  )
})
