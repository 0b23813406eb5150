import type { MedusaContainer } from "@medusajs/framework/types"
import { emptySkus, type FilledSku, fillSkus } from "./fill-skus"
import { missingDetails, refuseIncomplete } from "./publishing"
import { readProducts } from "./read-products"
import {
  restoreProfiles,
  type SavedBefore,
  type SaveProfile,
  saveProfiles,
} from "./save-profiles"
import { refuseTexts, textDetails } from "./texts"

export type Completed = { saved: SavedBefore; skus: FilledSku[] }

/** Saves profiles, then fills SKUs; what fails leaves nothing behind. */
export async function completeProducts(
  container: MedusaContainer,
  ids: string[],
  rows: readonly SaveProfile[]
): Promise<Completed> {
  const saved = await saveProfiles(container, rows)
  try {
    return { saved, skus: await fillSkus(container, { product_id: ids }) }
  } catch (error) {
    await restoreProfiles(container, saved)
    throw error
  }
}

export async function undoProducts(
  container: MedusaContainer,
  completed: Completed | undefined
): Promise<void> {
  await emptySkus(container, completed?.skus)
  await restoreProfiles(container, completed?.saved)
}

/**
 * The last word on what core has just written, whoever asked for it: a route,
 * an import or another plugin's workflow.
 */
export async function judgeProducts(container: MedusaContainer, ids: string[]) {
  const products = await readProducts(container, ids)
  refuseTexts(products.flatMap((product) => textDetails(product)))
  refuseIncomplete(products.flatMap((product) => missingDetails(product)))
  return products
}
