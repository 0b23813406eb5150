import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  indexChangeWorkflow,
  type SearchChange,
} from "../../../workflows/search"

type Linked = { add?: string[]; remove?: string[] }

/**
 * These routes of core change products and tell nobody: no event, no hook. So
 * what they have written is searched after their answer.
 */
const afterwards =
  (changeOf: (req: MedusaRequest) => SearchChange) =>
  (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void => {
    res.once("finish", () => {
      if (res.statusCode >= 300) {
        return
      }
      indexChangeWorkflow(req.scope)
        .run({ input: changeOf(req) })
        .catch((error: unknown) =>
          req.scope
            .resolve(ContainerRegistrationKeys.LOGGER)
            .warn(`A change waits for the search's repair: ${String(error)}`)
        )
    })
    next()
  }

const ofPriceList = afterwards(({ params }) => ({
  kind: "price_list",
  ids: [params.id],
}))

const ofPlace = afterwards(({ params }) => ({
  kind: "stock_location",
  ids: [params.id],
}))

const ofLinked = afterwards(({ validatedBody }) => {
  const { add = [], remove = [] } = validatedBody as Linked
  return { kind: "product", ids: [...add, ...remove] }
})

const writing = (
  matcher: string,
  middleware: NonNullable<MiddlewareRoute["middlewares"]>[number]
): MiddlewareRoute => ({
  methods: ["POST"],
  matcher,
  middlewares: [middleware],
})

export const searchAfterWrites: MiddlewareRoute[] = [
  writing("/admin/price-lists/:id", ofPriceList),
  writing("/admin/price-lists/:id/prices/batch", ofPriceList),
  writing("/admin/price-lists/:id/products", ofPriceList),
  writing("/admin/product-categories/:id/products", ofLinked),
  writing("/admin/sales-channels/:id/products", ofLinked),
  writing("/admin/stock-locations/:id/sales-channels", ofPlace),
]
