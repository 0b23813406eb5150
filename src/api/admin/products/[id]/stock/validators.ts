import { z } from "@medusajs/framework/zod"

export const AdminPostProductStock = z
  .object({
    stock: z.int().min(0).max(1_000_000_000).describe("How many there are."),
    variant_id: z
      .string()
      .min(1)
      .max(255)
      .optional()
      .describe("Needed when the product has several."),
    location_id: z
      .string()
      .min(1)
      .max(255)
      .optional()
      .describe("Needed when it is kept at several."),
  })
  .strict()

export type AdminProductStockBody = z.infer<typeof AdminPostProductStock>

export const adminProductStockResponseSchema = z.object({
  stock: z.object({
    variant_id: z.string(),
    location_id: z.string(),
    stocked_quantity: z.number(),
    reserved_quantity: z.number(),
    available_quantity: z.number().describe("What is not reserved."),
  }),
})

export type AdminProductStockResponse = z.infer<
  typeof adminProductStockResponseSchema
>
