import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** What decides whether products may be shown, as it stands in the database. */
export const readProducts = (container: MedusaContainer, ids: string[]) =>
  container.resolve(Modules.PRODUCT).listProducts(
    { id: ids },
    {
      select: ["id", "status", "handle", "title", "thumbnail"],
      relations: ["images", "tags", "categories"],
      take: null,
    }
  )
