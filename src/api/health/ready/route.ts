import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readiness } from "../../frame/health/readiness"

/** The process can do its work: everything it stands on answers in time. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const knex = req.scope.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const state = await readiness(knex)
  res.setHeader("Cache-Control", "no-store")
  res.status(state.status === "ok" ? 200 : 503).json(state)
}
