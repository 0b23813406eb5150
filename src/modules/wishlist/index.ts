import { Module } from "@medusajs/framework/utils"
import { WishlistService } from "./service"

export const WISHLIST_MODULE = "wishlist"

export type { WishlistService } from "./service"

export default Module(WISHLIST_MODULE, { service: WishlistService })
