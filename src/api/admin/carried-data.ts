import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

type Data = Record<string, unknown> | undefined

const carried = new WeakMap<MedusaRequest, Data>()

/**
 * Core's routes of tags refuse `additional_data`, and those of categories take
 * it and lose it. So it is taken out of the body and checked before core
 * looks, and given to the workflow by the route.
 */
export const carryData =
  (schema: z.ZodType) =>
  (
    req: MedusaRequest<{ additional_data?: unknown } | undefined>,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) => {
    if (
      typeof req.body === "object" &&
      req.body !== null &&
      "additional_data" in req.body
    ) {
      const { additional_data, ...body } = req.body
      const parsed = z
        .object({ additional_data: schema.nullish() })
        .parse({ additional_data })
      carried.set(req, (parsed.additional_data as Data | null) ?? undefined)
      req.body = body
    }
    next()
  }

export const carriedData = (req: MedusaRequest): Data => carried.get(req)
