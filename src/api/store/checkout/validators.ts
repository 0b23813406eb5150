import { z } from "@medusajs/framework/zod"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { settings } from "../../../settings"

const text = (longest: number) => z.string().trim().min(1).max(longest)
const id = text(64)
const phone = text(40)

const address = z
  .object({
    first_name: text(255),
    last_name: text(255),
    company: text(255).optional(),
    address_1: text(255),
    address_2: text(255).optional(),
    city: text(100),
    province: text(100).optional(),
    postal_code: text(20).optional(),
    country_code: z.string().trim().length(2),
    phone: phone.optional(),
  })
  .strict()

const MAX_LINES = 100
const MAX_CODES = 10

export const StoreGetCheckoutParams = createSelectParams()

/**
 * Nothing here is a price, amount, status or person: those the server knows
 * better than a shopper.
 */
export const StorePostCheckout = z
  .object({
    cart_id: id.optional(),
    items: z
      .array(
        z
          .object({
            variant_id: id,
            quantity: z.number().int().min(1).max(settings.LINE_QUANTITY_MAX),
            original_box: z
              .boolean()
              .optional()
              .describe("Whether it is bought with its original box."),
          })
          .strict()
      )
      .max(MAX_LINES)
      .optional(),
    region_id: id.optional(),
    email: z.string().trim().max(255).email().optional(),
    phone: phone.optional(),
    shipping_address: address.optional(),
    address_id: id.optional(),
    billing_address: address.optional(),
    promo_codes: z.array(text(50)).max(MAX_CODES).optional(),
    note: text(500).optional(),
    shipping_option_id: id.optional(),
    payment: z.object({ method: text(40), phone: phone.optional() }).strict(),
  })
  .strict()
  .superRefine(({ cart_id, items, region_id, ...body }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message })
    if (Boolean(cart_id) === Boolean(items)) {
      refuse("cart_id", "send either cart_id or items")
    }
    if (items && !region_id) {
      refuse("region_id", "is required with items")
    }
    if (cart_id && region_id) {
      refuse("region_id", "is the cart's own")
    }
    if (body.shipping_address && body.address_id) {
      refuse("address_id", "send either address_id or shipping_address")
    }
  })

export type StoreCheckoutBody = z.infer<typeof StorePostCheckout>
