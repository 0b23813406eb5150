import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { HttpTypes } from "@medusajs/framework/types"
import type { BatchProductWorkflowInput } from "@medusajs/medusa/core-flows"
import {
  refetchBatchProducts,
  remapProductResponse,
} from "@medusajs/medusa/api/admin/products/helpers"
import {
  batchProductsWithProfilesWorkflow,
  profileDataOf,
} from "../../../../workflows/product"
import { changesOf } from "../changes"
import { additionalDataOf } from "./carried"

/** In core's place, with `additional_data` in each item. */
export const POST = async (
  req: MedusaRequest<HttpTypes.AdminBatchProductRequest>,
  res: MedusaResponse<HttpTypes.AdminBatchProductResponse>
) => {
  const data = additionalDataOf(req)
  const profiles = {
    create: data.create.map(profileDataOf),
    update: data.update.map(profileDataOf),
  }
  const { result } = await batchProductsWithProfilesWorkflow(req.scope).run({
    input: {
      batch: req.validatedBody as BatchProductWorkflowInput,
      changes: [
        ...changesOf("create", req.validatedBody.create, profiles.create),
        ...changesOf("update", req.validatedBody.update, profiles.update),
      ],
      profiles,
    },
  })
  const { created, updated, deleted } = await refetchBatchProducts(
    result,
    req.scope,
    req.queryConfig.fields
  )
  res.json({
    created: created.map(remapProductResponse),
    updated: updated.map(remapProductResponse),
    deleted,
  })
}
