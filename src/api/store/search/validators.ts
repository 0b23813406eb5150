import { z } from "@medusajs/framework/zod"
import { PRODUCT_INDEX } from "../../../workflows/search"
import { checkFilters } from "./filters"
import { storeFields } from "./fields"

const MOST = {
  queries: 10,
  fields: 50,
  facets: 20,
  values: 100,
  ranges: 20,
  take: 100,
  skip: 10_000,
  snippet: 100,
} as const

const named = (names: readonly string[]) =>
  z.enum(names as [string, ...string[]])

const facetField = named(storeFields.facetable)

const bound = z.number().min(-1e15).max(1e15)

const facet = z.union([
  facetField,
  z
    .object({
      field: facetField,
      type: z.literal("value").optional(),
      limit: z.number().int().min(1).max(MOST.values).optional(),
      sort: z.enum(["count", "alpha"]).optional(),
      query: z.string().max(100).optional(),
    })
    .strict(),
  z
    .object({
      field: facetField,
      type: z.literal("range"),
      ranges: z
        .array(
          z
            .object({
              key: z.string().max(100).optional(),
              from: bound.optional(),
              to: bound.optional(),
            })
            .strict()
        )
        .min(1)
        .max(MOST.ranges),
    })
    .strict(),
  z.object({ field: facetField, type: z.literal("stats") }).strict(),
])

const tag = z.string().min(1).max(64)

const highlight = z.union([
  z.boolean(),
  z
    .object({
      fields: z.array(named(storeFields.searchable)).min(1).max(MOST.fields),
      pre_tag: tag.optional(),
      post_tag: tag.optional(),
      snippet: z
        .union([
          z.boolean(),
          z
            .object({ length: z.number().int().min(2).max(MOST.snippet) })
            .strict(),
        ])
        .optional(),
    })
    .strict(),
])

const options = z
  .object({
    attributes_to_search_on: z
      .array(named(storeFields.searchable))
      .min(1)
      .max(MOST.fields)
      .optional(),
    match_strategy: z.enum(["all", "any", "last"]).optional(),
    typo_tolerance: z.boolean().optional(),
    facets: z.array(facet).max(MOST.facets).optional(),
    disjunctive_facets: z.boolean().optional(),
    highlight: highlight.optional(),
    include_score: z.boolean().optional(),
    count: z.enum(["estimated", "exact", "none"]).optional(),
  })
  .strict()

const pagination = z
  .object({
    skip: z.number().int().min(0).max(MOST.skip).optional(),
    take: z.number().int().min(0).max(MOST.take).optional(),
    order: z
      .partialRecord(
        named([...storeFields.sortable, "_score"]),
        z.enum(["ASC", "DESC"])
      )
      .optional(),
  })
  .strict()

const query = z
  .object({
    entity: z.string().min(1).max(64),
    fields: z.array(z.string().max(64)).max(MOST.fields).optional(),
    filters: z
      .record(z.string(), z.unknown())
      .superRefine(checkFilters)
      .optional(),
    pagination: pagination.optional(),
    search_options: options.optional(),
  })
  .strict()

const queries = z
  .object({ queries: z.array(query).min(1).max(MOST.queries) })
  .strict()

/** Of another index, which a plugin may have opened, core is the judge. */
const isOurs = (body: unknown): boolean =>
  typeof body !== "object" ||
  body === null ||
  ("queries" in body
    ? !Array.isArray(body.queries) || body.queries.every(isOurs)
    : !("entity" in body) || body.entity === PRODUCT_INDEX)

/** What may be asked, as OpenAPI shows it. */
export const StorePostSearch = z.union([queries, query])

/** Chosen by its shape, so that an error names the field and not a union. */
export function judgeSearch(body: unknown): void {
  if (isOurs(body)) {
    const many = typeof body === "object" && body !== null && "queries" in body
    ;(many ? queries : query).parse(body)
  }
}

export type StoreSearchQuery = z.infer<typeof query>
