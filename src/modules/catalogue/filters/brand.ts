import { oneOrMany } from "../kinds"
import { oneOf } from "../sql"
import { defineFilter } from "../types"

/** One brand, or any of several. */
export const brand = defineFilter({
  schema: oneOrMany,
  where: (brands) => oneOf("pp.brand", brands),
})
