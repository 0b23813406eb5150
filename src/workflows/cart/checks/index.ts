import type { MedusaContainer } from "@medusajs/framework/types"
import { activeVariantsCheck } from "./active-variants"

/** One reason for which something may not be put into a cart. */
export type CartLineCheck = {
  name: string
  check(container: MedusaContainer, variantIds: string[]): Promise<void>
}

/**
 * Core's hooks have room for one consumer, so whatever else must be checked
 * when lines are added joins this list.
 */
const cartLineChecks: readonly CartLineCheck[] = [activeVariantsCheck]

export async function checkCartLines(
  container: MedusaContainer,
  items: readonly { variant_id?: string | null }[] | undefined
): Promise<void> {
  const ids = [
    ...new Set((items ?? []).flatMap((item) => item.variant_id ?? [])),
  ]
  for (const { check } of ids.length ? cartLineChecks : []) {
    await check(container, ids)
  }
}
