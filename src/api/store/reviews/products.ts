import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  ProductStatus,
} from "@medusajs/framework/utils"
import type { ReviewedProduct } from "./view"

type Product = ReviewedProduct & {
  sales_channels: ({ id: string } | null)[] | null
}

/** Of these, the products a shopper can see in the channels of their key. */
export async function visibleProducts(
  container: MedusaContainer,
  ids: readonly string[],
  salesChannelIds: readonly string[]
): Promise<ReadonlyMap<string, ReviewedProduct>> {
  if (ids.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: ["id", "title", "handle", "thumbnail", "sales_channels.id"],
      filters: { id: [...new Set(ids)], status: ProductStatus.PUBLISHED },
    })
  const seen = (data as unknown as Product[]).filter(({ sales_channels }) =>
    sales_channels?.some(
      (channel) => channel && salesChannelIds.includes(channel.id)
    )
  )
  return new Map(
    seen.map(({ id, title, handle, thumbnail }) => [
      id,
      { id, title, handle, thumbnail },
    ])
  )
}

/** As core's own product page: what cannot be seen does not exist. */
export async function expectVisible(
  container: MedusaContainer,
  id: string,
  salesChannelIds: readonly string[]
) {
  const products = await visibleProducts(container, [id], salesChannelIds)
  if (!products.has(id)) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Product with id: ${id} was not found`
    )
  }
}
