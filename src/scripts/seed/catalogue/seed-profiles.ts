import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { PRODUCT_PROFILE_MODULE } from "../../../modules/product-profile"
import type { ProductProfileService } from "../../../modules/product-profile/service"
import { saveProductProfilesWorkflow } from "../../../workflows/product"
import { demoProducts } from "."
import { profileOf } from "./profiles"

/** Gives a profile to the demo products that have none. */
export async function seedProfiles(container: MedusaContainer): Promise<void> {
  const products = await container
    .resolve(Modules.PRODUCT)
    .listProducts(
      { handle: demoProducts.map(({ handle }) => handle) },
      { select: ["id", "handle"], take: null }
    )
  const service: ProductProfileService = container.resolve(
    PRODUCT_PROFILE_MODULE
  )
  const known = await service.listProductProfiles(
    { product_id: products.map(({ id }) => id) },
    { select: ["product_id", "brand"], take: null }
  )
  // Views and sales make a row as well; the brand says that it was filled.
  const held = new Set(
    known.flatMap(({ product_id, brand }) => (brand ? product_id : []))
  )
  const profiles = products
    .filter(({ id }) => !held.has(id))
    .flatMap(({ id, handle }) => {
      const demo = demoProducts.find((product) => product.handle === handle)
      return demo ? [{ product_id: id, data: profileOf(demo) }] : []
    })
  if (profiles.length) {
    await saveProductProfilesWorkflow(container).run({ input: { profiles } })
  }
}
