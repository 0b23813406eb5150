import {
  allowFields,
  type MedusaNextFunction,
  type MedusaResponse,
  type MedusaStoreRequest,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import type { TaxCalculationContext } from "@medusajs/framework/types"
import type { PricingContext } from "../../../../workflows/original-box"
import { BEFORE_PRODUCTS } from "../matchers"
import { addOriginalBoxes, type ReadContext, type ReadProduct } from "./read"

type Answer = { products?: ReadProduct[]; product?: ReadProduct }

type ProductRequest = MedusaStoreRequest & {
  pricingContext?: PricingContext
  taxContext?: {
    taxLineContext?: TaxCalculationContext
    taxInclusivityContext?: { automaticTaxes: boolean }
  }
}

const isBox = (field: string) => /^original_box(\.|$)/.test(field)

const contextOf = ({
  pricingContext,
  taxContext,
}: ProductRequest): ReadContext => ({
  pricing: pricingContext,
  tax: taxContext?.taxInclusivityContext?.automaticTaxes
    ? taxContext.taxLineContext
    : undefined,
})

/**
 * `fields=+original_box` on core's product routes. Core calculates prices for
 * variants only and has no place to add to what it has read, so the box is
 * added to the answer, with the region, customer and taxes core has found.
 */
export const answerWithBoxes = (
  req: ProductRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) => {
  const { fields } = req.queryConfig
  if (!fields.some(isBox)) {
    return next()
  }
  req.queryConfig.fields = fields.filter((field) => !isBox(field))
  const answer = res.json.bind(res)
  res.json = (body) => {
    const { products, product } = body as Answer
    const read = products ?? (product ? [product] : [])
    addOriginalBoxes(req.scope, read, contextOf(req)).then(
      () => answer(body),
      next
    )
    return res
  }
  return next()
}

export const storeProductBoxMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: BEFORE_PRODUCTS,
    middlewares: [allowFields("original_box", "original_box.*")],
  },
  {
    methods: ["GET"],
    matcher: "/store/products",
    middlewares: [answerWithBoxes],
  },
  {
    methods: ["GET"],
    matcher: "/store/products/:id",
    middlewares: [answerWithBoxes],
  },
]
