import type { MedusaContainer } from "@medusajs/framework/types"
import {
  WISHLIST_MODULE,
  type WishlistService,
} from "../../../modules/wishlist"

export const wishlists = (container: MedusaContainer) =>
  container.resolve<WishlistService>(WISHLIST_MODULE)
