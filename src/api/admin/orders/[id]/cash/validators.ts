import { z } from "@medusajs/framework/zod"

const note = z.string().trim().min(1).max(500).optional()

export const AdminPostOrderCash = z.discriminatedUnion("action", [
  z
    .object({
      action: z.literal("collect"),
      amount: z
        .number()
        .min(0)
        .max(1_000_000_000)
        .describe("What the driver was given, in the order's currency."),
      note,
    })
    .strict(),
  z.object({ action: z.literal("settle"), note }).strict(),
])

export type AdminOrderCashBody = z.infer<typeof AdminPostOrderCash>
