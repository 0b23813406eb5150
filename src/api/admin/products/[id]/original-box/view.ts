import { z } from "@medusajs/framework/zod"

const price = z.object({ currency_code: z.string(), amount: z.number() })

const market = z.object({
  region_id: z.string(),
  name: z.string(),
  currency_code: z.string(),
  tax_rate: z.number().describe("Per cent, all rates of a box together."),
  tax_inclusive: z.boolean().describe("Whether prices contain the tax."),
})

export const originalBoxSchema = z.object({
  id: z.string(),
  product_id: z.string(),
  offered: z.boolean(),
  prices: z.array(price),
  missing_currencies: z
    .array(z.string())
    .describe("Of the shop's regions; there the box cannot be bought."),
  own_stock: z.boolean(),
  inventory_item_id: z.string().nullable(),
  available: z
    .number()
    .nullable()
    .describe("Over all places; null when boxes are not counted."),
})

export const adminOriginalBoxResponseSchema = z.object({
  original_box: originalBoxSchema
    .nullable()
    .describe("Null for a product that has no box."),
  markets: z
    .array(market)
    .describe("Where the shop sells, and how a box is taxed there."),
})

export const adminOriginalBoxDeletedSchema = z.object({
  id: z.string().describe("Of the product."),
  object: z.literal("original_box"),
  deleted: z.boolean().describe("False when there was none."),
})

export type OriginalBoxView = z.infer<typeof originalBoxSchema>
export type OriginalBoxMarket = z.infer<typeof market>
export type AdminOriginalBoxResponse = z.infer<
  typeof adminOriginalBoxResponseSchema
>
