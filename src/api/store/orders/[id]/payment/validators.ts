import { z } from "@medusajs/framework/zod"

export const StoreGetOrderPaymentParams = z
  .object({ order_token: z.string().max(256).optional() })
  .strict()

export const StorePayOrder = z
  .object({
    method: z.string().trim().min(1).max(40).optional(),
    phone: z.string().trim().min(1).max(40).optional(),
  })
  .strict()

export type StoreGetOrderPaymentParams = z.infer<
  typeof StoreGetOrderPaymentParams
>
export type StorePayOrder = z.infer<typeof StorePayOrder>
