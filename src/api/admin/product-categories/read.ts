import { type MedusaRequest, refetchEntity } from "@medusajs/framework/http"
import type { HttpTypes } from "@medusajs/framework/types"

/** As core's routes read it, with the fields that were asked for. */
export const readCategory = async (
  { scope, queryConfig, filterableFields }: MedusaRequest,
  id: string
): Promise<HttpTypes.AdminProductCategory> =>
  (await refetchEntity({
    entity: "product_category",
    idOrFilter: { id, ...filterableFields },
    scope,
    fields: queryConfig.fields,
  })) as unknown as HttpTypes.AdminProductCategory
