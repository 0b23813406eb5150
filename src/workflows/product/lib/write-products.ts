import type { MedusaContainer } from "@medusajs/framework/types"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  type Completed,
  completeProducts,
  judgeProducts,
  undoProducts,
} from "./complete-products"
import {
  type Tidied,
  tidyImages,
  untidyImages,
} from "../../product-image/lib/tidy"
import { profileDataOf } from "./save-profiles"

type Written = {
  products: { id: string }[]
  additional_data?: Record<string, unknown>
}

type Scope = { container: MedusaContainer }

type Undo = { completed: Completed; tidied: Tidied }

/** `additional_data.profile` becomes part of the products core has written. */
export async function writeProfiles(
  { products, additional_data }: Written,
  { container }: Scope
) {
  const ids = products.map(({ id }) => id)
  const data = profileDataOf(additional_data)
  const written = await judgeProducts(container, ids)
  const rows = data ? ids.map((product_id) => ({ product_id, data })) : []
  const completed = await completeProducts(container, ids, rows)
  try {
    const tidied = await tidyImages(container, written)
    return new StepResponse(undefined, { completed, tidied })
  } catch (error) {
    await undoProducts(container, completed)
    throw error
  }
}

export async function unwriteProfiles(
  undo: Undo | undefined,
  { container }: Scope
) {
  await untidyImages(container, undo?.tidied)
  await undoProducts(container, undo?.completed)
}
