import { definePolicies } from "@medusajs/framework/utils"

/** Who may see what shoppers want; whose list it is on is not told. */
export const wishlistPolicies = definePolicies([
  {
    name: "ReadWishlist",
    resource: "wishlist",
    operation: "read",
    description: "See what is on wishlists",
  },
])
