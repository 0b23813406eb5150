import {
  configureStoreSearch,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  type MedusaStoreRequest,
  type MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import type { SearchTypes } from "@medusajs/framework/types"
import { SEARCH_PROVIDER } from "../../../providers/search-postgres/name"
import { listSynonyms, PRODUCT_INDEX } from "../../../workflows/search"
import { IN_STOCK } from "./fields"
import { countsStock, plainQuery, stockCounts, stockFacet } from "./in-stock"
import { StoreGetSuggestionsParams } from "./suggestions/validators"
import { judgeSearch, type StoreSearchQuery } from "./validators"

// A regular expression stands before core's middlewares of the same path.
const BEFORE_SEARCH = /^\/store\/search\/?$/

/** Stricter than core: what is wrong is named field by field. */
function judge(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  judgeSearch(req.body)
  next()
}

/** With what a shopper may not say: core takes it from its own code only. */
type AskedQuery = StoreSearchQuery & {
  search_options?: Pick<SearchTypes.SearchOptions, "provider_options">
}

type Body = StoreSearchQuery | { queries: StoreSearchQuery[] }

type SearchRequest = MedusaStoreRequest<Body>

/** What is asked in words of the shop becomes what the index knows. */
async function translate(
  req: SearchRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const asked =
    "queries" in req.validatedBody
      ? req.validatedBody.queries
      : [req.validatedBody]
  const channels = req.publishable_key_context.sales_channel_ids
  const ours = asked.map((query) => query.entity === PRODUCT_INDEX)
  const counted = asked.flatMap((query, at) =>
    ours[at] && countsStock(query) ? [at] : []
  )
  const synonyms = await listSynonyms(req.scope)
  const read = (query: StoreSearchQuery): AskedQuery => ({
    ...query,
    search_options: {
      ...query.search_options,
      provider_options: { [SEARCH_PROVIDER]: { synonyms } },
    },
  })
  req.validatedBody = {
    queries: [
      ...asked.map((query, at) =>
        ours[at] ? read(plainQuery(query, channels)) : query
      ),
      ...counted.flatMap((at) => stockCounts(asked[at], channels).map(read)),
    ],
  }
  const json = res.json.bind(res)
  res.json = (body: unknown) => {
    const { results } = body as { results?: SearchTypes.SearchResult[] }
    if (!results) {
      return json(body)
    }
    const counts = results.splice(asked.length)
    counted.forEach((at, place) => {
      results[at].facets = {
        ...results[at].facets,
        [IN_STOCK]: stockFacet(counts[2 * place], counts[2 * place + 1]),
      }
    })
    return json(body)
  }
  next()
}

export const storeSearchMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: BEFORE_SEARCH,
    middlewares: [
      judge,
      configureStoreSearch({ allowed_indexes: { [PRODUCT_INDEX]: true } }),
    ],
  },
  { methods: ["POST"], matcher: "/store/search", middlewares: [translate] },
  {
    methods: ["GET"],
    matcher: "/store/search/suggestions",
    middlewares: [validateAndTransformQuery(StoreGetSuggestionsParams, {})],
  },
]
