import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { registry, watchPool } from "../frame/observe/metrics"

/** What Prometheus scrapes. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  watchPool(req.scope.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION))
  res.setHeader("Cache-Control", "no-store")
  res.setHeader("Content-Type", registry.contentType)
  res.send(await registry.metrics())
}
