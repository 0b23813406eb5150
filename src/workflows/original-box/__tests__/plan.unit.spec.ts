import type { CartBoxDTO } from "../../../modules/original-box/types"
import { isAsShown, planBoxes } from "../cart/plan"
import type { BoxCart, BoxCartLine, CartOffer } from "../cart/types"

const line = (changes: Partial<BoxCartLine> = {}): BoxCartLine => ({
  id: "watch",
  variant_id: "variant",
  product_id: "prod",
  product_title: "Linea",
  product_type_id: null,
  product_handle: "linea",
  title: "Linea",
  subtitle: "Black",
  thumbnail: null,
  quantity: 2,
  unit_price: 100,
  compare_at_unit_price: null,
  is_tax_inclusive: true,
  is_discountable: true,
  metadata: { original_box: true },
  ...changes,
})

const box = (changes: Partial<BoxCartLine> = {}) =>
  line({
    id: "box",
    variant_id: null,
    title: "Original box for Linea",
    unit_price: 10,
    is_discountable: false,
    metadata: { original_box_of: "watch" },
    ...changes,
  })

const binding: CartBoxDTO = {
  id: "bound",
  cart_id: "cart",
  watch_line_id: "watch",
  box_line_id: "box",
  currency_code: "kes",
}

const price = { amount: 10, compare_at: null, tax_inclusive: true }

const offer: CartOffer = { inventory_item_id: "item", prices: { 2: price } }

const plan = (
  items: BoxCartLine[],
  {
    bound = [] as CartBoxDTO[],
    offers = { prod: offer } as Record<string, CartOffer>,
    promotable = false,
    locale = null as string | null,
  } = {}
) => {
  const cart: BoxCart = {
    id: "cart",
    currency_code: "kes",
    sales_channel_id: null,
    locale,
    completed_at: null,
    metadata: null,
    items,
  }
  return planBoxes({ cart, bound, offers }, { promotable })
}

const nothing = {
  create: [],
  update: [],
  remove: [],
  unbind: [],
  forget: [],
  notices: [],
}

describe("the boxes of a cart", () => {
  it("stay as they are when they are right", () => {
    const changes = plan([line(), box()], { bound: [binding] })

    expect(changes).toMatchObject(nothing)
    expect(changes).toMatchObject({ needed: { item: 2 }, more: { item: 0 } })
    expect(isAsShown(changes)).toBe(true)
  })

  it("are made for a line that asks", () => {
    const changes = plan([line()])

    expect(changes.create.map(({ line }) => line)).toEqual([
      {
        title: "Original box for Linea",
        subtitle: "Black",
        thumbnail: null,
        quantity: 2,
        unit_price: 10,
        compare_at_unit_price: null,
        is_tax_inclusive: true,
        is_discountable: false,
      },
    ])
    expect(changes.more).toEqual({ item: 2 })
    expect(isAsShown(changes)).toBe(false)
  })

  it("may be lowered by promotions where the shop says so", () => {
    expect(plan([line()], { promotable: true }).create[0].line).toMatchObject({
      is_discountable: true,
    })
  })

  it.each([
    ["en", "Original box for Linea"],
    ["sw-KE", "Kasha halisi la Linea"],
    ["bn", "Linea – আসল বাক্স"],
    ["hi-IN", "Linea – मूल डिब्बा"],
    ["fr-FR", "Original box for Linea"],
  ])("are called in %s", (locale, title) => {
    expect(plan([line()], { locale }).create[0].line.title).toBe(title)
  })

  it("follow the quantity, without a word", () => {
    const changes = plan([line(), box({ quantity: 1 })], { bound: [binding] })

    expect(changes.update).toEqual([
      { id: "box", line: { quantity: 2 }, before: { quantity: 1 } },
    ])
    expect(changes).toMatchObject({ notices: [], more: { item: 1 } })
  })

  it("have the price of today, and it is said", () => {
    const changes = plan([line(), box({ unit_price: 7 })], { bound: [binding] })

    expect(changes.update).toEqual([
      { id: "box", line: { unit_price: 10 }, before: { unit_price: 7 } },
    ])
    expect(changes.notices).toMatchObject([
      { code: "original_box_repriced", from: 7, to: 10 },
    ])
    expect(isAsShown(changes)).toBe(false)
  })

  it("have another price in another currency without a word", () => {
    const bound = [{ ...binding, currency_code: "usd" }]

    expect(plan([line(), box({ unit_price: 7 })], { bound }).notices).toEqual(
      []
    )
  })

  it("only change their words where nothing else has changed", () => {
    const changes = plan([line(), box({ title: "Box" })], { bound: [binding] })

    expect(changes.update).toHaveLength(1)
    expect(isAsShown(changes)).toBe(true)
  })

  it.each([
    ["is withdrawn", {}],
    ["has no price", { prod: { ...offer, prices: { 2: null } } }],
  ])("go when the offer %s, and it is said", (_, offers) => {
    const changes = plan([line(), box()], { bound: [binding], offers })

    expect(changes).toMatchObject({
      ...nothing,
      remove: ["box"],
      unbind: [binding],
      forget: ["watch"],
      notices: [{ code: "original_box_withdrawn", from: 10, to: null }],
    })
  })

  it.each([
    ["its watch is gone", [box()]],
    ["its watch does not ask any more", [line({ metadata: null }), box()]],
  ])("go when %s", (_, items) => {
    expect(plan(items, { bound: [binding] })).toMatchObject({
      ...nothing,
      remove: ["box"],
      unbind: [binding],
    })
  })

  it("that were taken out are not put in again", () => {
    expect(plan([line()], { bound: [binding] })).toMatchObject({
      ...nothing,
      unbind: [binding],
      forget: ["watch"],
    })
  })

  it("of two lines with one stock need it together", () => {
    expect(plan([line(), line({ id: "other" })]).more).toEqual({ item: 4 })
  })
})
