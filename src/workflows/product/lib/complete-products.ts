import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  ProfileBefore,
  SaveProfileInput,
} from "../../../modules/product-profile/types"
import { emptySkus, type FilledSku, fillSkus } from "./fill-skus"
import { missingDetails, refuseIncomplete } from "./publishing"
import { readProducts } from "./read-products"
import { restoreProfiles, saveProfiles } from "./save-profiles"
import { refuseTexts, textDetails } from "./texts"

export type Completed = { profiles: ProfileBefore[]; skus: FilledSku[] }

/** Saves profiles, then fills SKUs; what fails leaves nothing behind. */
export async function completeProducts(
  container: MedusaContainer,
  ids: string[],
  rows: readonly SaveProfileInput[]
): Promise<Completed> {
  const profiles = await saveProfiles(container, rows)
  try {
    return { profiles, skus: await fillSkus(container, { product_id: ids }) }
  } catch (error) {
    await restoreProfiles(container, profiles)
    throw error
  }
}

export async function undoProducts(
  container: MedusaContainer,
  completed: Completed | undefined
): Promise<void> {
  await emptySkus(container, completed?.skus)
  await restoreProfiles(container, completed?.profiles)
}

/**
 * The last word on what core has just written, whoever asked for it: a route,
 * an import or another plugin's workflow.
 */
export async function judgeProducts(
  container: MedusaContainer,
  ids: string[]
): Promise<void> {
  const products = await readProducts(container, ids)
  refuseTexts(products.flatMap((product) => textDetails(product)))
  refuseIncomplete(products.flatMap((product) => missingDetails(product)))
}
