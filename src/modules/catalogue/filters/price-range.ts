import { amount } from "../kinds"
import { sql } from "../sql"
import { defineFilter } from "../types"

/** Something of the product costs at least so much. */
export const minPrice = defineFilter({
  schema: amount,
  priced: true,
  where: (least) => sql`${least}::numeric <= any(price.amounts)`,
})

/** Something of the product costs at most so much. */
export const maxPrice = defineFilter({
  schema: amount,
  priced: true,
  where: (most) => sql`price.amount <= ${most}::numeric`,
})
