import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

export type Metadata = Record<string, unknown> | null

/** What core's module has for every model and declares for some. */
type ImageStore = {
  updateProductImages(
    rows: readonly { id: string; metadata: Metadata }[]
  ): Promise<unknown>
}

export const imageStore = (container: MedusaContainer) =>
  container.resolve(Modules.PRODUCT) as unknown as ImageStore

/** The text for who cannot see an image is kept beside it, where core has room. */
export const altOf = (metadata: Metadata | undefined): string | null =>
  typeof metadata?.alt === "string" && metadata.alt !== "" ? metadata.alt : null

export const withAlt = (metadata: Metadata | undefined, alt: string) => ({
  ...metadata,
  alt,
})

/** What an image is called until somebody says what it shows. */
export const plainAlt = (
  handle: string,
  variants: readonly { sku?: string | null }[]
) => {
  const sku = variants.find((variant) => variant.sku)?.sku
  return sku ? `${handle}-${sku}` : handle
}
