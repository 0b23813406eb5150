import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

type Data = Record<string, unknown> | undefined
type Items = { create: Data[]; update: Data[] }

const carried = new WeakMap<MedusaRequest, Items>()

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/**
 * Core's batches know no `additional_data` and refuse it. So it is taken out
 * of the items and checked before core looks, and given to the route after.
 */
export function takeAdditionalData(req: MedusaRequest, schema: z.ZodType) {
  const body = isObject(req.body) ? { ...req.body } : {}
  const items: Items = { create: [], update: [] }
  for (const list of ["create", "update"] as const) {
    const given = body[list]
    if (Array.isArray(given)) {
      items[list] = given.map((item: unknown) =>
        isObject(item) && isObject(item.additional_data)
          ? item.additional_data
          : undefined
      )
      body[list] = given.map((item: unknown) => {
        if (!isObject(item) || !isObject(item.additional_data)) {
          return item
        }
        const { additional_data: _taken, ...rest } = item
        return rest
      })
    }
  }
  const parsed = z
    .object({ create: of(schema), update: of(schema) })
    .parse(wrapped(items)) as Record<keyof Items, { additional_data: Data }[]>
  carried.set(req, {
    create: parsed.create.map(({ additional_data }) => additional_data),
    update: parsed.update.map(({ additional_data }) => additional_data),
  })
  req.body = body
}

const of = (schema: z.ZodType) =>
  z.array(z.object({ additional_data: schema.optional() }))

/** As the caller wrote it, so that an error names `create.0.additional_data`. */
const wrapped = ({ create, update }: Items) => ({
  create: create.map((additional_data) => ({ additional_data })),
  update: update.map((additional_data) => ({ additional_data })),
})

export const additionalDataOf = (req: MedusaRequest): Items =>
  carried.get(req) ?? { create: [], update: [] }
