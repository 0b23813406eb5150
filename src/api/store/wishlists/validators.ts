import { z } from "@medusajs/framework/zod"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { LONGEST_NAME } from "../../../modules/wishlist/types"
import { settings } from "../../../settings"

const id = z.string().trim().min(1).max(64)
const name = z.string().trim().min(1).max(LONGEST_NAME)

const notify = z
  .object({
    back_in_stock: z.boolean().optional(),
    price_drop: z.boolean().optional(),
  })
  .strict()

const page = {
  limit: z.coerce.number().int().min(1).max(settings.PAGE_SIZE_MAX).default(10),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}

export const StoreGetWishlistsParams = z.object(page).strict()

export const StoreGetWishlistParams = z
  .object({
    ...page,
    order: z.enum(["created_at", "-created_at"]).default("-created_at"),
    region_id: id.optional(),
  })
  .strict()

/** Whose price is shown with an entry that is answered. */
export const StoreGetWishlistItemParams = z
  .object({ region_id: id.optional() })
  .strict()

export const StoreCreateWishlist = z
  .object({
    name: name.default("Wishlist"),
    is_default: z.boolean().optional(),
  })
  .strict()

export const StoreUpdateWishlist = z
  .object({
    name: name.optional(),
    // A default list stops being it when another one begins.
    is_default: z.literal(true).optional(),
  })
  .strict()

export const StoreAddWishlistItem = z
  .object({
    product_id: id,
    variant_id: id.nullish(),
    region_id: id.optional(),
    notify: notify.optional(),
  })
  .strict()

export const StoreUpdateWishlistItem = z.object({ notify }).strict()

export const StoreGetMoveToCartParams = createSelectParams()

export const StoreMoveToCart = z
  .object({
    cart_id: id,
    quantity: z
      .number()
      .int()
      .min(1)
      .max(settings.LINE_QUANTITY_MAX)
      .default(1),
    variant_id: id.optional(),
  })
  .strict()

/** For what is done by asking for it. */
export const StoreNoBody = z.object({}).strict()

export type StoreGetWishlistsParams = z.infer<typeof StoreGetWishlistsParams>
export type StoreGetWishlistParams = z.infer<typeof StoreGetWishlistParams>
export type StoreGetWishlistItemParams = z.infer<
  typeof StoreGetWishlistItemParams
>
export type StoreCreateWishlist = z.infer<typeof StoreCreateWishlist>
export type StoreUpdateWishlist = z.infer<typeof StoreUpdateWishlist>
export type StoreAddWishlistItem = z.infer<typeof StoreAddWishlistItem>
export type StoreUpdateWishlistItem = z.infer<typeof StoreUpdateWishlistItem>
export type StoreMoveToCart = z.infer<typeof StoreMoveToCart>
