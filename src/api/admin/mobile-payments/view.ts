import { z } from "@medusajs/framework/zod"
import {
  attemptStates,
  awaitedStates,
  differenceKinds,
  eventStates,
  returnStates,
} from "../../../modules/mobile-money/types"

const instant = z.iso.datetime()

/** A row with its instants as the API writes them. */
export const asWritten = <Row extends object>(row: Row) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value instanceof Date ? value.toISOString() : (value as unknown),
    ])
  )

export const attemptSchema = z.object({
  id: z.string(),
  number: z.number(),
  phone: z.string().describe("Masked."),
  amount: z.number(),
  currency_code: z.string(),
  state: z.enum(attemptStates),
  reason: z.string().nullable(),
  code: z.string().nullable(),
  receipt: z.string().nullable(),
  provider_reference: z.string().nullable(),
  started_by: z.string(),
  settled_by: z.string().nullable(),
  created_at: instant,
  asked_at: instant.nullable(),
  ended_at: instant.nullable(),
})

export const returnSchema = z.object({
  id: z.string(),
  attempt_id: z.string(),
  way: z.enum(["reversal", "manual"]),
  cause: z.enum(["refund", "surplus"]),
  amount: z.number(),
  currency_code: z.string(),
  state: z.enum(returnStates),
  receipt: z.string().nullable(),
  error: z.string().nullable(),
  note: z.string().nullable(),
  requested_by: z.string(),
  created_at: instant,
  done_at: instant.nullable(),
})

export const mobilePaymentSchema = z.object({
  id: z.string(),
  order_id: z.string(),
  display_id: z.number().nullable(),
  email: z.string().nullable(),
  driver: z.string(),
  amount: z.number(),
  currency_code: z.string(),
  state: z.enum(awaitedStates),
  expires_at: instant.nullable(),
  created_at: instant,
  attempts: z.array(attemptSchema),
  returns: z.array(returnSchema),
})

export const entrySchema = z.object({
  id: z.string(),
  attempt_id: z.string().nullable(),
  what: z.string(),
  actor: z.string(),
  detail: z.record(z.string(), z.unknown()).nullable(),
  created_at: instant,
})

export const differenceSchema = z.object({
  id: z.string(),
  driver: z.string(),
  kind: z.enum(differenceKinds),
  reference: z.string(),
  attempt_id: z.string().nullable(),
  order_id: z.string().nullable(),
  amount: z.number().nullable(),
  currency_code: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
  created_at: instant,
  resolved_at: instant.nullable(),
  resolved_by: z.string().nullable(),
  resolution: z.string().nullable(),
})

/** A difference as the API shows it; one may be about no amount at all. */
export const differenceView = <Row extends { amount: unknown }>(row: Row) =>
  differenceSchema.parse({
    ...asWritten(row),
    amount: row.amount === null ? null : Number(row.amount),
  })

export const messageSchema = z.object({
  id: z.string(),
  driver: z.string(),
  topic: z.string(),
  subject_id: z.string().nullable(),
  state: z.enum(eventStates),
  outcome: z.string().nullable(),
  error: z.string().nullable(),
  tries: z.number(),
  created_at: instant,
  done_at: instant.nullable(),
})

const page = { count: z.number(), limit: z.number(), offset: z.number() }

export const mobilePaymentsSchema = z.object({
  mobile_payments: z.array(mobilePaymentSchema),
  ...page,
})
export const differencesSchema = z.object({
  differences: z.array(differenceSchema),
  ...page,
})
export const messagesSchema = z.object({
  messages: z.array(messageSchema),
  ...page,
})
export const orderMobilePaymentSchema = z.object({
  mobile_payment: mobilePaymentSchema
    .extend({
      entries: z.array(entrySchema),
      differences: z.array(differenceSchema),
    })
    .nullable(),
})

export type AdminMobilePayment = z.infer<typeof mobilePaymentSchema>
export type AdminMobilePaymentsResponse = z.infer<typeof mobilePaymentsSchema>
export type AdminDifferencesResponse = z.infer<typeof differencesSchema>
export type AdminMessagesResponse = z.infer<typeof messagesSchema>
export type AdminOrderMobilePaymentResponse = z.infer<
  typeof orderMobilePaymentSchema
>
