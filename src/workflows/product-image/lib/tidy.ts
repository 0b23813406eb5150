import type { MedusaContainer, ProductDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { altOf, imageStore, type Metadata, plainAlt, withAlt } from "./store"

type Seen = Pick<ProductDTO, "id" | "handle" | "thumbnail" | "images">

export type Tidied = {
  thumbnails: { id: string; thumbnail: string | null }[]
  images: { id: string; metadata: Metadata }[]
}

const hasPrimary = ({ thumbnail, images }: Seen) =>
  !images.length || images.some(({ url }) => url === thumbnail)

const nameless = ({ images }: Seen) =>
  images.filter(({ metadata }) => !altOf(metadata))

async function skusOf(container: MedusaContainer, products: readonly Seen[]) {
  const variants = products.length
    ? await container.resolve(Modules.PRODUCT).listProductVariants(
        { product_id: products.map(({ id }) => id) },
        {
          select: ["id", "sku", "product_id"],
          order: { variant_rank: "ASC", sku: "ASC" },
          take: null,
        }
      )
    : []
  return (id: string) => variants.filter(({ product_id }) => product_id === id)
}

/**
 * Whoever wrote the products: each has one primary image, its thumbnail, and
 * each image a text. Says what was before.
 */
export async function tidyImages(
  container: MedusaContainer,
  products: readonly Seen[]
): Promise<Tidied> {
  const headless = products.filter((product) => !hasPrimary(product))
  const wordless = products.filter((product) => nameless(product).length)
  const service = container.resolve(Modules.PRODUCT)
  for (const { id, images } of headless) {
    const [first] = [...images].sort((left, right) => left.rank - right.rank)
    await service.updateProducts(id, { thumbnail: first.url })
  }
  const skus = await skusOf(container, wordless)
  const named = wordless.flatMap((product) => {
    const alt = plainAlt(product.handle, skus(product.id))
    return nameless(product).map(({ id, metadata }) => ({
      id,
      metadata: withAlt(metadata, alt),
    }))
  })
  if (named.length) {
    await imageStore(container).updateProductImages(named)
  }
  return {
    thumbnails: headless.map(({ id, thumbnail }) => ({ id, thumbnail })),
    images: wordless.flatMap((product) =>
      nameless(product).map(({ id, metadata }) => ({
        id,
        metadata: metadata ?? null,
      }))
    ),
  }
}

export async function untidyImages(
  container: MedusaContainer,
  tidied: Tidied | undefined
): Promise<void> {
  const service = container.resolve(Modules.PRODUCT)
  for (const { id, thumbnail } of tidied?.thumbnails ?? []) {
    await service.updateProducts(id, { thumbnail })
  }
  if (tidied?.images.length) {
    await imageStore(container).updateProductImages(tidied.images)
  }
}
