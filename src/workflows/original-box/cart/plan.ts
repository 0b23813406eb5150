import type { CartBoxDTO } from "../../../modules/original-box/types"
import { asksForBox } from "../lib/metadata"
import type { BoxPrice } from "../lib/prices"
import { boxTitle } from "../lib/title"
import type {
  BoxCart,
  BoxCartLine,
  BoxChanges,
  BoxLine,
  BoxNotice,
  CartBoxes,
} from "./types"

export type BoxRules = { promotable: boolean }

const lineOf = (
  watch: BoxCartLine,
  price: BoxPrice,
  { locale }: BoxCart,
  { promotable }: BoxRules
): BoxLine => ({
  title: boxTitle(watch.product_title ?? watch.title, locale),
  subtitle: watch.subtitle,
  thumbnail: watch.thumbnail,
  quantity: watch.quantity,
  unit_price: price.amount,
  compare_at_unit_price: price.compare_at,
  is_tax_inclusive: price.tax_inclusive,
  is_discountable: promotable,
})

/** The fields of a line that are not as they should be. */
function differences(line: BoxLine, wanted: BoxLine) {
  const keys = (Object.keys(wanted) as (keyof BoxLine)[]).filter(
    (key) => line[key] !== wanted[key]
  )
  const pick = (from: BoxLine): Partial<BoxLine> =>
    Object.fromEntries(keys.map((key) => [key, from[key]]))
  return keys.length ? { line: pick(wanted), before: pick(line) } : null
}

/**
 * What must change so that each line that asks for a box has one, and no other
 * line has. Reads nothing and writes nothing.
 */
export function planBoxes(
  { cart, bound, offers }: CartBoxes,
  rules: BoxRules
): BoxChanges {
  const changes: BoxChanges = {
    create: [],
    update: [],
    remove: [],
    unbind: [],
    forget: [],
    notices: [],
    more: {},
    needed: {},
  }
  const lines = new Map(cart.items.map((line) => [line.id, line]))
  const notice = (
    code: BoxNotice["code"],
    watch: BoxCartLine,
    box: BoxLine | undefined,
    to: number | null
  ) =>
    changes.notices.push({
      code,
      line_id: watch.id,
      product_id: watch.product_id,
      title: box?.title ?? boxTitle(watch.title, cart.locale),
      currency_code: cart.currency_code,
      from: box?.unit_price ?? null,
      to,
    })
  const unbind = (binding: CartBoxDTO) => {
    changes.unbind.push(binding)
    if (lines.has(binding.box_line_id)) {
      changes.remove.push(binding.box_line_id)
    }
  }
  const count = (item: string | null, needed: number, more: number) => {
    if (item) {
      changes.needed[item] = (changes.needed[item] ?? 0) + needed
      changes.more[item] = (changes.more[item] ?? 0) + Math.max(0, more)
    }
  }

  const keep = (watch: BoxCartLine, binding: CartBoxDTO | undefined) => {
    const box = binding && lines.get(binding.box_line_id)
    if (binding && !box) {
      // The shopper has taken the box out of the cart.
      changes.forget.push(watch.id)
      return unbind(binding)
    }
    const offer = watch.product_id ? offers[watch.product_id] : undefined
    const price = offer?.prices[watch.quantity]
    if (!offer || !price) {
      changes.forget.push(watch.id)
      notice("original_box_withdrawn", watch, box, null)
      return binding && unbind(binding)
    }
    const line = lineOf(watch, price, cart, rules)
    count(
      offer.inventory_item_id,
      watch.quantity,
      watch.quantity - (box?.quantity ?? 0)
    )
    if (!box) {
      return changes.create.push({ watch, line })
    }
    const difference = differences(box, line)
    if (difference) {
      changes.update.push({ id: box.id, ...difference })
    }
    const same_goods = box.quantity === line.quantity
    const same_money = binding.currency_code === cart.currency_code
    if (box.unit_price !== line.unit_price && same_goods && same_money) {
      notice("original_box_repriced", watch, box, line.unit_price)
    }
  }

  const bindings = new Map(bound.map((one) => [one.watch_line_id, one]))
  const watches = cart.items.filter(asksForBox)
  for (const watch of watches) {
    keep(watch, bindings.get(watch.id))
  }
  const asking = new Set(watches.map(({ id }) => id))
  bound.filter((one) => !asking.has(one.watch_line_id)).forEach(unbind)
  return changes
}

/** Whether a cart may be paid as it is; words alone do not matter. */
export const isAsShown = ({
  create,
  update,
  remove,
  forget,
}: BoxChanges): boolean =>
  !create.length &&
  !remove.length &&
  !forget.length &&
  !update.some(({ line }) =>
    ["quantity", "unit_price", "is_tax_inclusive", "is_discountable"].some(
      (key) => key in line
    )
  )
