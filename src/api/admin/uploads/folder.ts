import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Refusal } from "../../../workflows/refusal"
import { plainWords } from "./names"

const unknown = () =>
  new Refusal("product_not_found", "There is no such product.", {
    kind: "NOT_FOUND",
    details: [{ field: "product_id", message: "There is no such product." }],
  })

/** Where the pictures of a product are kept, so that people find them. */
export async function folderOf(
  container: MedusaContainer,
  product_id: unknown
): Promise<string> {
  if (product_id === undefined || product_id === "") {
    return ""
  }
  if (typeof product_id !== "string") {
    throw unknown()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: ["handle", "variants.sku"],
      filters: { id: product_id },
      pagination: { take: 1 },
    })
  const [product] = data
  if (!product) {
    throw unknown()
  }
  const sku = product.variants.find((variant) => variant.sku)?.sku
  const words = [product.handle, sku].filter(Boolean).join("-")
  return `products/${plainWords(words)}/`
}
