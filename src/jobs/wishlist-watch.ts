import type { MedusaContainer } from "@medusajs/framework/types"
import { watchWishlistsWorkflow } from "../workflows/wishlist"

/** Tells watchers what is back in stock and what became cheaper. */
export default async (container: MedusaContainer) =>
  watchWishlistsWorkflow(container).run({ input: {} })

export const config = { name: "wishlist-watch", schedule: "*/5 * * * *" }
