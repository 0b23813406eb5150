import { z } from "@medusajs/framework/zod"
import { wantedOrders } from "../../../modules/wishlist/types"
import { settings } from "../../../settings"

const page = {
  limit: z.coerce.number().int().min(1).max(settings.PAGE_SIZE_MAX).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}

const orders = wantedOrders.flatMap((name) => [name, `-${name}` as const])

const filters = {
  /** A part of the product's title, or what core finds products by. */
  q: z.string().trim().min(1).max(64).optional(),
  product_id: z.string().trim().min(1).max(64).optional(),
  order: z.enum(orders).default("-lists"),
}

export const AdminGetWishlistsParams = z
  .object({ ...page, ...filters })
  .strict()

export const AdminExportWishlistsParams = z.object(filters).strict()

export const AdminGetWishlistInsightParams = z.object(page).strict()

export type AdminGetWishlistsParams = z.infer<typeof AdminGetWishlistsParams>
export type AdminExportWishlistsParams = z.infer<
  typeof AdminExportWishlistsParams
>
export type AdminGetWishlistInsightParams = z.infer<
  typeof AdminGetWishlistInsightParams
>
