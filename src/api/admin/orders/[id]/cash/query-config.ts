import { z } from "@medusajs/framework/zod"
import { cashStates } from "../../../../../modules/order-desk/types"

/** What staff see of the cash of an order. */
export const cashCollectionFields = [
  "id",
  "order_id",
  "currency_code",
  "state",
  "amount_due",
  "amount_collected",
  "difference",
  "driver_note",
  "collected_at",
  "collected_by",
  "settled_at",
  "settled_by",
] as const

const cashSchema = z.object({
  id: z.string(),
  order_id: z.string(),
  currency_code: z.string(),
  state: z.enum(cashStates),
  amount_due: z.number(),
  amount_collected: z.number().nullable(),
  difference: z
    .number()
    .nullable()
    .describe("Collected minus due: below zero is short, above is over."),
  driver_note: z.string().nullable(),
  collected_at: z.iso.datetime().nullable(),
  collected_by: z.string().nullable(),
  settled_at: z.iso.datetime().nullable(),
  settled_by: z.string().nullable(),
})

export const adminOrderCashResponseSchema = z.object({
  cash_collection: cashSchema.nullable(),
})

export type AdminOrderCashResponse = z.infer<
  typeof adminOrderCashResponseSchema
>
