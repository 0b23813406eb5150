import { z } from "@medusajs/framework/zod"

const price = z
  .object({
    currency_code: z
      .string()
      .trim()
      .length(3)
      .transform((code) => code.toLowerCase()),
    amount: z.number().gt(0).max(1_000_000_000),
  })
  .strict()

export const AdminPostOriginalBox = z
  .object({
    offered: z.boolean().optional(),
    prices: z
      .array(price)
      .max(200)
      .optional()
      .describe("All of them: a currency that is left out loses its price."),
    own_stock: z
      .boolean()
      .optional()
      .describe(
        "Whether boxes are counted, as an inventory item of their own."
      ),
  })
  .strict()

export type AdminOriginalBoxBody = z.infer<typeof AdminPostOriginalBox>
