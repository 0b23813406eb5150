import { z } from "@medusajs/framework/zod"
import { failureReasons } from "../../../modules/mobile-money/types"

const seconds = z.number().describe("In seconds.")

export const checkoutPaymentSchema = z.object({
  method: z.string().nullable().describe("As the market names it."),
  state: z
    .enum([
      "not_required",
      "action_required",
      "pending",
      "authorized",
      "asking",
      "unpaid",
      "confirming",
      "paid",
      "expired",
      "canceled",
      "failed",
    ])
    .describe(
      "`asking`: the phone asks for the PIN. `unpaid`: nobody is asked at the moment. `confirming`: the money is there and is being booked. `pending`: paid at the door."
    ),
  amount: z.number(),
  currency_code: z.string(),
  seconds_left: z
    .number()
    .nullish()
    .describe("Until an unpaid order is cancelled."),
  phone: z.string().nullish().describe("Masked; which phone was asked last."),
  reason: z.enum(failureReasons).nullish().describe("Why the last try failed."),
  receipt: z.string().nullish(),
  next: z
    .union([
      z.object({ type: z.literal("confirm_card"), client_secret: z.string() }),
      z.object({
        type: z.enum(["approve_on_phone", "try_again"]),
        try_again_after: seconds,
      }),
      z.object({ type: z.enum(["give_phone", "wait"]) }),
    ])
    .nullish()
    .describe("What the storefront or the shopper has to do next."),
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
