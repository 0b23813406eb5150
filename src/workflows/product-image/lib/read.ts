import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Refusal } from "../../refusal"
import type { ProductImage } from "../types"
import { altOf, type Metadata } from "./store"

type Row = {
  id: string
  thumbnail: string | null
  images: {
    id: string
    url: string
    rank: number
    metadata: Metadata
    variants?: { id: string }[] | null
  }[]
  variants: { id: string; title: string; thumbnail: string | null }[]
}

export type Gallery = {
  thumbnail: string | null
  images: ProductImage[]
  variants: Row["variants"]
}

/** Images of a product in their order, with what they are the primary of. */
export async function readGallery(
  container: MedusaContainer,
  product_id: string
): Promise<Gallery> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: [
        "id",
        "thumbnail",
        "images.id",
        "images.url",
        "images.rank",
        "images.metadata",
        "images.variants.id",
        "variants.id",
        "variants.title",
        "variants.thumbnail",
      ],
      filters: { id: product_id },
    })
  const [product] = data as unknown as (Row | undefined)[]
  if (!product) {
    throw new Refusal("product_not_found", "There is no such product.", {
      kind: "NOT_FOUND",
    })
  }
  const { thumbnail, variants } = product
  const primary = product.images.find(({ url }) => url === thumbnail)?.id
  const images = [...product.images]
    .sort((left, right) => left.rank - right.rank)
    .map(({ id, url, rank, metadata, variants: kept }) => ({
      id,
      url,
      alt: altOf(metadata),
      rank,
      is_primary: id === primary,
      variant_ids: (kept ?? []).map((variant) => variant.id).sort(),
      primary_of: variants
        .filter((variant) => variant.thumbnail === url)
        .map((variant) => variant.id)
        .sort(),
    }))
  return { thumbnail, images, variants }
}
