import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

/** Of a shopper, who may be logged in. */
export type ListRequest = MedusaRequest & Partial<AuthenticatedMedusaRequest>

export type Page = { count: number; offset: number; limit: number }

/**
 * Lets core's list read these things and no others, and puts its answer into
 * their order. `name` is what the answer calls them.
 */
export function showChosen(
  name: string,
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
  ids: readonly string[],
  page: Page
): void {
  if (!ids.length) {
    res.json({ [name]: [], ...page })
    return
  }
  req.filterableFields = { ...req.filterableFields, id: [...ids] }
  req.queryConfig.pagination = { skip: 0, take: ids.length }
  const json = res.json.bind(res)
  res.json = (body: unknown) => {
    const things = (body as Record<string, { id: string }[]>)[name]
    const read = new Map(things.map((thing) => [thing.id, thing]))
    return json({
      ...(body as object),
      [name]: ids.flatMap((id) => read.get(id) ?? []),
      ...page,
    })
  }
  next()
}
