import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { validateBody } from "../../frame/validate-body"
import {
  type ProductChange,
  profileDataOf,
  validateProducts,
} from "../../../workflows/product"
import { productAdditionalData, variantAdditionalData } from "./additional-data"
import {
  AdminPostProductImage,
  AdminPostProductImages,
} from "./[id]/images/validators"
import { AdminPostProductStock } from "./[id]/stock/validators"
import { takeAdditionalData } from "./batch/carried"

type Body = Omit<ProductChange, "path" | "id" | "profile"> & {
  additional_data?: Record<string, unknown> | null
}

const productData = z.object(productAdditionalData).strict()
const variantData = z.object(variantAdditionalData).strict()

/** Core's check of `additional_data` forgets which field it was about. */
const checkAdditionalData =
  (schema: z.ZodType) =>
  (
    req: MedusaRequest<{ additional_data?: unknown } | undefined>,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) => {
    z.object({ additional_data: schema.nullish() }).parse({
      additional_data: req.body?.additional_data,
    })
    next()
  }

const carryAdditionalData =
  (schema: z.ZodType) =>
  (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) => {
    takeAdditionalData(req, schema)
    next()
  }

/** After core has checked the body, and before it writes. */
async function judgeProduct(
  req: MedusaRequest<Body>,
  _res: MedusaResponse,
  next: MedusaNextFunction
) {
  const { additional_data, ...body } = req.validatedBody
  await validateProducts(req.scope, [
    {
      ...body,
      id: req.params.id,
      path: "",
      profile: profileDataOf(additional_data),
    },
  ])
  next()
}

// A regular expression stands before core's middlewares of the same path.
const BEFORE_PRODUCT =
  /^\/admin\/products(?:\/(?!(?:batch|export|imports?)\/?$)[^/]+)?\/?$/
const BEFORE_BATCH = /^\/admin\/products\/batch\/?$/
const BEFORE_VARIANT =
  /^\/admin\/products\/[^/]+\/variants(?:\/(?!batch\/?$)[^/]+)?\/?$/
const BEFORE_VARIANT_BATCH = /^\/admin\/products\/[^/]+\/variants\/batch\/?$/

export const adminProductMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/products/:id/images",
    middlewares: [validateBody(AdminPostProductImages)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/products/:id/images/:image_id",
    middlewares: [validateBody(AdminPostProductImage)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/products/:id/stock",
    middlewares: [validateBody(AdminPostProductStock)],
  },
  {
    methods: ["POST"],
    matcher: BEFORE_PRODUCT,
    middlewares: [checkAdditionalData(productData)],
  },
  {
    methods: ["POST"],
    matcher: BEFORE_VARIANT,
    middlewares: [checkAdditionalData(variantData)],
  },
  {
    methods: ["POST"],
    matcher: BEFORE_BATCH,
    middlewares: [carryAdditionalData(productData)],
  },
  {
    methods: ["POST"],
    matcher: BEFORE_VARIANT_BATCH,
    middlewares: [carryAdditionalData(variantData)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/products",
    additionalDataValidator: productAdditionalData,
    middlewares: [judgeProduct],
  },
  {
    methods: ["POST"],
    matcher: "/admin/products/:id",
    additionalDataValidator: productAdditionalData,
    middlewares: [judgeProduct],
  },
  {
    methods: ["POST"],
    matcher: "/admin/products/:id/variants",
    additionalDataValidator: variantAdditionalData,
  },
  {
    methods: ["POST"],
    matcher: "/admin/products/:id/variants/:variant_id",
    additionalDataValidator: variantAdditionalData,
  },
]
