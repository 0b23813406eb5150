import { type MedusaRequest, refetchEntity } from "@medusajs/framework/http"
import type { HttpTypes } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

/** As core's routes read it, with the fields that were asked for. */
export async function readTag(
  { scope, queryConfig }: MedusaRequest,
  id: string
): Promise<HttpTypes.AdminProductTag> {
  const tag = (await refetchEntity({
    entity: "product_tag",
    idOrFilter: id,
    scope,
    fields: queryConfig.fields,
  })) as HttpTypes.AdminProductTag | undefined
  if (!tag) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Product tag with id: ${id} was not found`
    )
  }
  return tag
}
