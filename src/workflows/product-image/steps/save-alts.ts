import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { imageStore, type Metadata, withAlt } from "../lib/store"

export const saveAltsStepId = "save-image-alts"

type SaveAltsInput = {
  product_id: string
  alts: { url: string; alt: string }[]
}

export const saveAltsStep = createStep(
  saveAltsStepId,
  async ({ product_id, alts }: SaveAltsInput, { container }) => {
    if (!alts.length) {
      return new StepResponse(undefined)
    }
    const product = await container
      .resolve(Modules.PRODUCT)
      .retrieveProduct(product_id, {
        select: ["id"],
        relations: ["images"],
      })
    const before: { id: string; metadata: Metadata }[] = []
    const rows = alts.flatMap(({ url, alt }) =>
      product.images
        .filter((image) => image.url === url)
        .map(({ id, metadata }) => {
          before.push({ id, metadata: metadata ?? null })
          return { id, metadata: withAlt(metadata, alt) }
        })
    )
    await imageStore(container).updateProductImages(rows)
    return new StepResponse(undefined, before)
  },
  async (before, { container }) => {
    if (before?.length) {
      await imageStore(container).updateProductImages(before)
    }
  }
)
