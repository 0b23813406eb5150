import type { MedusaContainer } from "@medusajs/framework/types"
import { removeForgottenWishlistsWorkflow } from "../workflows/wishlist"

export default async (container: MedusaContainer) =>
  removeForgottenWishlistsWorkflow(container).run()

export const config = { name: "wishlist-expiry", schedule: "45 3 * * *" }
