import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALOGUE_CACHE_MODULE } from "../../../../modules/catalogue-cache"
import type { CatalogueCacheService } from "../../../../modules/catalogue-cache/service"
import { boxesOf } from "../../../../workflows/original-box"

export type Offer = { id: string; product_id: string; price_set_id: string }

/** A shop with more of them reads those of a page. */
const MANY = 5_000

const read = (
  container: MedusaContainer,
  filters: { product_id?: string[] },
  take: number | null
): Promise<Offer[]> =>
  boxesOf(container).listOriginalBoxes(
    { ...filters, offered: true },
    { take, select: ["id", "product_id", "price_set_id"] }
  )

/** All that are offered, by product, unless there are many. */
async function readAll(container: MedusaContainer) {
  const all = await read(container, {}, MANY + 1)
  return all.length > MANY
    ? undefined
    : new Map(all.map((offer) => [offer.product_id, offer]))
}

/** Offers change seldom: all are known until one does. */
export async function offersOf(
  container: MedusaContainer,
  product_ids: readonly string[]
): Promise<Offer[]> {
  const cache = container.resolve<CatalogueCacheService>(CATALOGUE_CACHE_MODULE)
  const known = cache.enabled
    ? await cache.know("original boxes", ["box"], () => readAll(container))
    : undefined
  return known
    ? product_ids.flatMap((id) => known.get(id) ?? [])
    : read(container, { product_id: [...product_ids] }, null)
}
