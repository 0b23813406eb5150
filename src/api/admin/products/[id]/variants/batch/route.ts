import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { HttpTypes } from "@medusajs/framework/types"
import type { BatchProductVariantsWorkflowInput } from "@medusajs/medusa/core-flows"
import {
  refetchBatchVariants,
  remapVariantResponse,
} from "@medusajs/medusa/api/admin/products/helpers"
import {
  batchVariantsWithProfilesWorkflow,
  variantDataOf,
} from "../../../../../../workflows/product"
import { additionalDataOf } from "../../../batch/carried"

/** In core's place, with `additional_data` in each item. */
export const POST = async (
  req: MedusaRequest<HttpTypes.AdminBatchProductVariantRequest>,
  res: MedusaResponse<HttpTypes.AdminBatchProductVariantResponse>
) => {
  const product_id = req.params.id
  const data = additionalDataOf(req)
  const { create, update, delete: ids } = req.validatedBody
  const owned = <T extends object>(items: readonly T[] | undefined) =>
    items?.map((item) => ({ ...item, product_id }))
  const { result } = await batchVariantsWithProfilesWorkflow(req.scope).run({
    input: {
      product_id,
      batch: {
        create: owned(create),
        update: owned(update),
        delete: ids,
      } as BatchProductVariantsWorkflowInput,
      profiles: {
        create: data.create.map(variantDataOf),
        update: data.update.map(variantDataOf),
      },
    },
  })
  const { created, updated, deleted } = await refetchBatchVariants(
    result,
    req.scope,
    req.queryConfig.fields
  )
  res.json({
    created: created.map(remapVariantResponse),
    updated: updated.map(remapVariantResponse),
    deleted,
  })
}
