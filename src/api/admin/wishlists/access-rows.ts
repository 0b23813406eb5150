import type { AccessRow } from "../../access"

const policy = { resource: "wishlist", operation: "read" }

export const adminWishlistAccessRows: readonly AccessRow[] = [
  { method: "GET", path: "/admin/wishlists", access: "staff", policy },
  { method: "GET", path: "/admin/wishlists/export", access: "staff", policy },
  { method: "GET", path: "/admin/insights/wishlists", access: "staff", policy },
]
