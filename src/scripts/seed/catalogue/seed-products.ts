import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import type {
  CreateProductWorkflowInputDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { mendPictures } from "../pictures/mend"
import {
  type PictureIds,
  type StoredPictures,
  storePictures,
} from "../pictures/store"
import { demoProducts } from "."
import type { Groups } from "./seed-groups"
import type { DemoProduct } from "./types"
import { optionsOf, variantsOf } from "./variants"

/** As many at once as make progress worth a line. */
const BATCH = 10

type Surroundings = {
  groups: Groups
  salesChannelId: string
  shippingProfileId: string
}

const listDemoProducts = (container: MedusaContainer) =>
  container.resolve(Modules.PRODUCT).listProducts(
    { handle: demoProducts.map(({ handle }) => handle) },
    {
      select: ["id", "handle", "thumbnail", "metadata"],
      relations: ["images", "variants"],
      take: null,
    }
  )

/** Makes the products that are not there and mends pictures that got lost. */
export async function seedProducts(
  container: MedusaContainer,
  surroundings: Surroundings,
  onProgress: (done: number, total: number) => void
) {
  const existing = await listDemoProducts(container)
  await mendPictures(container, existing)

  const held = new Set(existing.map(({ handle }) => handle))
  const missing = demoProducts.filter(({ handle }) => !held.has(handle))
  for (let at = 0; at < missing.length; at += BATCH) {
    const batch = missing.slice(at, at + BATCH)
    const pictures = await picturesOf(container, batch)
    await createProductsWorkflow(container).run({
      input: {
        products: batch.map((product, index) =>
          toInput(product, pictures[index], surroundings)
        ),
      },
    })
    onProgress(at + batch.length, missing.length)
  }
}

async function picturesOf(
  container: MedusaContainer,
  products: readonly DemoProduct[]
): Promise<StoredPictures[]> {
  const wanted = products.flatMap((product) =>
    product.colours.map((colour) => ({ product, colour }))
  )
  const files = await storePictures(container, wanted)
  return products.map((product) =>
    Object.fromEntries(
      wanted.flatMap((want, index) =>
        want.product === product ? [[want.colour, files[index]]] : []
      )
    )
  )
}

function toInput(
  product: DemoProduct,
  pictures: StoredPictures,
  { groups, salesChannelId, shippingProfileId }: Surroundings
): CreateProductWorkflowInputDTO {
  const [shown] = product.colours
  return {
    handle: product.handle,
    title: product.title,
    subtitle: product.subtitle,
    description: product.description,
    status: ProductStatus.PUBLISHED,
    weight: product.grams,
    type_id: groups.types.get(product.type),
    collection_id: product.collection
      ? groups.collections.get(product.collection)
      : undefined,
    category_ids: product.categories.flatMap(
      (handle) => groups.categories.get(handle) ?? []
    ),
    tag_ids: product.tags.flatMap((value) => groups.tags.get(value) ?? []),
    thumbnail: pictures[shown]?.url,
    images: product.colours.flatMap((colour) => {
      const picture = pictures[colour]
      return picture ? [{ url: picture.url }] : []
    }),
    options: optionsOf(product),
    variants: variantsOf(product).map((variant, rank) => ({
      sku: variant.sku,
      title: variant.title,
      options: variant.options,
      prices: variant.prices,
      weight: product.grams,
      variant_rank: rank,
      manage_inventory: true,
      thumbnail: pictures[variant.colour]?.url,
    })),
    shipping_profile_id: shippingProfileId,
    sales_channels: [{ id: salesChannelId }],
    metadata: {
      pictures: Object.fromEntries(
        Object.entries(pictures).map(([colour, { id }]) => [colour, id])
      ) satisfies PictureIds,
    },
  }
}
