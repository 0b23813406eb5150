import { z } from "@medusajs/framework/zod"

export const checkoutPaymentSchema = z.object({
  method: z.string().nullable().describe("As the market names it."),
  state: z.enum([
    "not_required",
    "action_required",
    "pending",
    "authorized",
    "paid",
    "canceled",
    "failed",
  ]),
  amount: z.number(),
  currency_code: z.string(),
  next: z
    .object({ type: z.literal("confirm_card"), client_secret: z.string() })
    .optional()
    .describe("What the storefront has to do, where it is its turn."),
})

const order = z
  .looseObject({ id: z.string() })
  .describe("As `GET /store/orders/:id` gives it; `fields` works as there.")

export const storeCheckoutPlacedSchema = z.object({
  order,
  payment: checkoutPaymentSchema,
  order_token: z
    .string()
    .describe("Lets a guest read the payment of this order for 30 days."),
})

export const storeCheckoutWaitingSchema = z.object({
  order: z.null(),
  cart_id: z.string(),
  payment: checkoutPaymentSchema,
})

export const storeCheckoutAnswerSchema = z.union([
  storeCheckoutPlacedSchema,
  storeCheckoutWaitingSchema,
])
