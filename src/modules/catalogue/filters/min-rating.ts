import { z } from "@medusajs/framework/zod"
import { sql } from "../sql"
import { defineFilter } from "../types"

export const minRating = defineFilter({
  schema: z
    .string()
    .regex(/^[1-5](\.\d{1,2})?$/, "must be a number from 1 to 5")
    .transform(Number),
  where: (least) => sql`pp.rating_average >= ${least}`,
})
