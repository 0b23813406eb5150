export type OriginalBoxDTO = {
  id: string
  product_id: string
  offered: boolean
  price_set_id: string
  inventory_item_id: string | null
}

export type CartBoxDTO = {
  id: string
  cart_id: string
  watch_line_id: string
  box_line_id: string
  currency_code: string
}

export type OrderBoxDTO = {
  id: string
  order_id: string
  watch_line_id: string
  box_line_id: string
  inventory_item_id: string | null
  restocked: number
}
