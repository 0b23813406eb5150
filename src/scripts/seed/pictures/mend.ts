import { updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer, ProductDTO } from "@medusajs/framework/types"
import { settings } from "../../../settings"
import { demoProducts } from "../catalogue"
import type { ColourName, DemoProduct } from "../catalogue/types"
import { findPicture, type PictureIds, storePictures } from "./store"

/**
 * Files on this machine get lost with their folder, and their addresses are
 * those of the server at the time. Lost ones are drawn again; all are
 * addressed as the server is now. Pictures a person put there are left alone.
 */
export async function mendPictures(
  container: MedusaContainer,
  products: readonly ProductDTO[]
) {
  if (settings.FILE_PROVIDER !== "local") {
    return
  }
  for (const product of products) {
    const demo = demoProducts.find(({ handle }) => handle === product.handle)
    if (demo) {
      await mendProduct(container, product, demo)
    }
  }
}

async function mendProduct(
  container: MedusaContainer,
  product: ProductDTO,
  demo: DemoProduct
) {
  const ids: PictureIds = { ...(product.metadata?.pictures as PictureIds) }
  const moved = new Map<string, string>()
  for (const colour of Object.keys(ids) as ColourName[]) {
    const id = ids[colour] ?? ""
    const image = product.images.find(({ url }) => url.endsWith(`/${id}`))
    if (!image) {
      continue
    }
    const file =
      (await findPicture(container, id)) ??
      (await storePictures(container, [{ product: demo, colour }]))[0]
    if (file.url !== image.url) {
      moved.set(image.url, file.url)
      ids[colour] = file.id
    }
  }
  if (moved.size) {
    await readdress(container, product, moved, ids)
  }
}

async function readdress(
  container: MedusaContainer,
  product: ProductDTO,
  moved: ReadonlyMap<string, string>,
  pictures: PictureIds
) {
  const now = (url: string) => moved.get(url) ?? url
  await updateProductsWorkflow(container).run({
    input: {
      products: [
        {
          id: product.id,
          images: product.images.map(({ url }) => ({ url: now(url) })),
          thumbnail: product.thumbnail && now(product.thumbnail),
          variants: product.variants.map(({ id, thumbnail }) => ({
            id,
            thumbnail: thumbnail && now(thumbnail),
          })),
          metadata: { ...product.metadata, pictures },
        },
      ],
    },
  })
}
