import { z } from "@medusajs/framework/zod"
import { methodData } from "./methods"
import { flag, integer, list, metadata, nested, positive, text } from "./params"

const futureUse = z.enum(["on_session", "off_session", ""]).optional()
const captureMethod = z.enum(["automatic", "automatic_async", "manual"])

export const automaticMethods = z.strictObject({
  enabled: flag,
  allow_redirects: z.enum(["always", "never"]).optional(),
})

/** What both creating and updating an intent take. */
const details = {
  customer: text.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
  payment_method: text.optional(),
  payment_method_configuration: text.optional(),
  payment_method_data: methodData.optional(),
  payment_method_options: nested.optional(),
  payment_method_types: list.optional(),
  receipt_email: text.optional(),
  setup_future_usage: futureUse,
  shipping: z.union([nested, z.literal("")]).optional(),
  statement_descriptor: text.max(22).optional(),
  statement_descriptor_suffix: text.max(22).optional(),
}

/** What both creating with `confirm` and confirming take. */
const confirmation = {
  error_on_requires_action: flag.optional(),
  mandate_data: nested.optional(),
  off_session: z.union([flag, z.enum(["one_off", "recurring"])]).optional(),
  return_url: z.url().optional(),
  use_stripe_sdk: flag.optional(),
}

export const createShape = {
  ...details,
  ...confirmation,
  amount: positive,
  automatic_payment_methods: automaticMethods.optional(),
  capture_method: captureMethod.default("automatic"),
  confirm: flag.default(false),
  currency: text,
}

export const updateShape = {
  ...details,
  amount: positive.optional(),
  capture_method: captureMethod.optional(),
  currency: text.optional(),
}

export const confirmShape = {
  ...confirmation,
  capture_method: captureMethod.optional(),
  client_secret: text.optional(),
  expected_payment_method_type: text.optional(),
  payment_method: text.optional(),
  payment_method_data: methodData.optional(),
  payment_method_options: nested.optional(),
  payment_method_types: list.optional(),
  receipt_email: text.optional(),
  setup_future_usage: futureUse,
  shipping: z.union([nested, z.literal("")]).optional(),
  client_attribution_metadata: nested.optional(),
}

export const captureShape = {
  amount_to_capture: positive.optional(),
  final_capture: flag.optional(),
  metadata: metadata.optional(),
  statement_descriptor: text.max(22).optional(),
}

export const cancelShape = {
  cancellation_reason: z
    .enum(["duplicate", "fraudulent", "requested_by_customer", "abandoned"])
    .optional(),
}

export const listShape = {
  customer: text.optional(),
  limit: integer.pipe(z.number().min(1).max(100)).optional(),
  starting_after: text.optional(),
}

export type CreateParams = z.output<z.ZodObject<typeof createShape>>
export type UpdateParams = z.output<z.ZodObject<typeof updateShape>>
export type ConfirmParams = z.output<z.ZodObject<typeof confirmShape>>
