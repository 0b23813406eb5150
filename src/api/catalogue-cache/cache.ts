import type { MedusaRequest } from "@medusajs/framework/http"
import { CATALOGUE_CACHE_MODULE } from "../../modules/catalogue-cache"
import type { CatalogueCacheService } from "../../modules/catalogue-cache/service"

/** Nothing where it is switched off. */
export function cacheOf(req: MedusaRequest): CatalogueCacheService | undefined {
  const cache = req.scope.resolve<CatalogueCacheService>(
    CATALOGUE_CACHE_MODULE,
    { allowUnregistered: true }
  )
  return cache?.enabled ? cache : undefined
}
