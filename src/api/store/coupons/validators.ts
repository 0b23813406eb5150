import { z } from "@medusajs/framework/zod"
import { settings } from "../../../settings"
import { Refusal } from "../../../workflows/refusal"

const id = z.string().trim().min(1).max(64)

const MAX_LINES = 100
const MAX_CODE = 50

/** No price, currency or person: those the server knows better. */
export const StoreValidateCoupon = z
  .object({
    code: z.string().trim().min(1).max(MAX_CODE),
    cart_id: id.optional(),
    items: z
      .array(
        z
          .object({
            variant_id: id,
            quantity: z.number().int().min(1).max(settings.LINE_QUANTITY_MAX),
          })
          .strict()
      )
      .min(1)
      .max(MAX_LINES)
      .optional(),
    region_id: id.optional(),
  })
  .strict()

export type StoreValidateCoupon = z.infer<typeof StoreValidateCoupon>

type Subject =
  | { cart_id: string }
  | {
      items: NonNullable<StoreValidateCoupon["items"]>
      region_id: string
    }

const wrong = (field: string, message: string) =>
  new Refusal("invalid_data", "Invalid request.", {
    details: [{ field, message }],
  })

/** What the code is asked about; a schema could not name the wrong field. */
export function subjectOf({
  cart_id,
  items,
  region_id,
}: StoreValidateCoupon): Subject {
  if (items && cart_id) {
    throw wrong("items", "send either cart_id or items")
  }
  if (items && !region_id) {
    throw wrong("region_id", "is required with items")
  }
  if (cart_id && region_id) {
    throw wrong("region_id", "is the cart's own")
  }
  if (items && region_id) {
    return { items, region_id }
  }
  if (!cart_id) {
    throw wrong("cart_id", "send either cart_id or items")
  }
  return { cart_id }
}
