import type { CartBoxDTO } from "../../../modules/original-box/types"
import type { BoxPrice, PricingContext } from "../lib/prices"

/** A line of a cart, as far as boxes are concerned. */
export type BoxCartLine = {
  id: string
  variant_id: string | null
  product_id: string | null
  product_title: string | null
  product_type_id: string | null
  product_handle: string | null
  title: string
  subtitle: string | null
  thumbnail: string | null
  quantity: number
  unit_price: number
  compare_at_unit_price: number | null
  is_tax_inclusive: boolean
  is_discountable: boolean
  metadata: Record<string, unknown> | null
}

export type BoxCart = PricingContext & {
  id: string
  sales_channel_id: string | null
  locale: string | null
  completed_at: string | Date | null
  metadata: Record<string, unknown> | null
  items: BoxCartLine[]
}

/** What a box is sold for to this cart, if it is. */
export type CartOffer = {
  inventory_item_id: string | null
  /** By the number of pieces, since price lists may go by it. */
  prices: Record<number, BoxPrice | null>
}

export type CartBoxes = {
  cart: BoxCart
  bound: CartBoxDTO[]
  /** By product. */
  offers: Record<string, CartOffer>
}

/** The fields of a line that are the server's to say. */
export type BoxLine = {
  title: string
  subtitle: string | null
  thumbnail: string | null
  quantity: number
  unit_price: number
  compare_at_unit_price: number | null
  is_tax_inclusive: boolean
  is_discountable: boolean
}

export const noticeCodes = [
  "original_box_repriced",
  "original_box_withdrawn",
] as const

/** Something the shopper did not do; a storefront tells them. */
export type BoxNotice = {
  code: (typeof noticeCodes)[number]
  line_id: string
  product_id: string | null
  title: string
  currency_code: string
  from: number | null
  to: number | null
}

export type BoxChanges = {
  create: { watch: BoxCartLine; line: BoxLine }[]
  update: { id: string; line: Partial<BoxLine>; before: Partial<BoxLine> }[]
  /** Lines of boxes whose watch is gone, or that are no longer offered. */
  remove: string[]
  unbind: CartBoxDTO[]
  /** Lines that ask for a box they will not get, or gave back. */
  forget: string[]
  notices: BoxNotice[]
  /** Pieces needed beyond those the cart has already, by inventory item. */
  more: Record<string, number>
  /** All pieces the cart needs, by inventory item. */
  needed: Record<string, number>
}
