import { z } from "@medusajs/framework/zod"
import { soldVariants } from "../pieces"
import { all, oneOf, sql } from "../sql"
import { defineFilter } from "../types"

const MANY = 20

/** `Color:Red,Size:Large`; of one name any value will do. */
const wanted = z
  .string()
  .max(1000)
  .transform((raw, context) => {
    const pairs = new Map<string, string[]>()
    for (const pair of raw.split(",")) {
      const [title, ...rest] = pair.split(":")
      const key = title.trim().toLowerCase()
      const value = rest.join(":").trim().toLowerCase()
      if (!key || !value) {
        context.addIssue({
          code: "custom",
          message: "must be like Color:Red,Size:Large",
        })
        return z.NEVER
      }
      pairs.set(key, [...(pairs.get(key) ?? []), value])
    }
    if (pairs.size > MANY) {
      context.addIssue({ code: "custom", message: `at most ${MANY} names` })
      return z.NEVER
    }
    return [...pairs]
  })

/** One variant that is sold has all of them. */
export const attributes = defineFilter({
  schema: wanted,
  where: (pairs) =>
    sql`exists (select 1 from ${soldVariants} and ${all(
      pairs.map(
        ([title, values]) => sql`exists (
        select 1 from product_variant_option vo
        join product_option_value ov on ov.id = vo.option_value_id
        join product_option o on o.id = ov.option_id
        where vo.variant_id = v.id and lower(o.title) = ${title}
          and ${oneOf("lower(ov.value)", values)})`
      )
    )})`,
})
