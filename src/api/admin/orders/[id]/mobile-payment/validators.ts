import { z } from "@medusajs/framework/zod"

export const AdminAskPhone = z
  .object({ phone: z.string().trim().min(4).max(40).optional() })
  .strict()

export const AdminMatchReceipt = z
  .object({
    attempt_id: z.string().trim().min(1).max(64),
    receipt: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{6,20}$/, "A receipt has letters and digits only."),
  })
  .strict()

export const AdminReturnMoney = z
  .object({
    way: z.enum(["reversal", "manual"]),
    amount: z.number().positive().max(1e9).optional(),
    note: z.string().trim().min(2).max(90).optional(),
  })
  .strict()

export type AdminAskPhone = z.infer<typeof AdminAskPhone>
export type AdminMatchReceipt = z.infer<typeof AdminMatchReceipt>
export type AdminReturnMoney = z.infer<typeof AdminReturnMoney>
