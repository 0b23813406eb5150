export type BoxAmount = { currency_code: string; amount: number }

export type OfferOriginalBoxInput = {
  product_id: string
  offered?: boolean
  /** All prices; one that is not named is taken away. */
  prices?: BoxAmount[]
  /** Whether the pieces are counted. */
  own_stock?: boolean
}

/** An offer that was looked at and found good. */
export type OfferPlan = {
  product_id: string
  title: string
  /** The offer that is there already. */
  id: string | null
  price_set_id: string | null
  inventory_item_id: string | null
  offered: boolean
  prices: BoxAmount[] | null
  own_stock: boolean
}
