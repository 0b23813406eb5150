import type { MedusaContainer } from "@medusajs/framework/types"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  type Completed,
  completeProducts,
  judgeProducts,
  undoProducts,
} from "./complete-products"
import { profileDataOf } from "./save-profiles"

type Written = {
  products: { id: string }[]
  additional_data?: Record<string, unknown>
}

type Scope = { container: MedusaContainer }

/** `additional_data.profile` becomes part of the products core has written. */
export async function writeProfiles(
  { products, additional_data }: Written,
  { container }: Scope
) {
  const ids = products.map(({ id }) => id)
  const data = profileDataOf(additional_data)
  await judgeProducts(container, ids)
  const rows = data ? ids.map((product_id) => ({ product_id, data })) : []
  return new StepResponse(
    undefined,
    await completeProducts(container, ids, rows)
  )
}

export const unwriteProfiles = (
  completed: Completed | undefined,
  { container }: Scope
) => undoProducts(container, completed)
