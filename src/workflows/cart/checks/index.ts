import type { MedusaContainer } from "@medusajs/framework/types"
import { activeVariantsCheck } from "./active-variants"
import { offeredBoxesCheck } from "./offered-boxes"

export type AskedLine = {
  variant_id?: string | null
  metadata?: Record<string, unknown> | null
}

/** Of the cart they are added to; one that is being made has none yet. */
export type CartContext = { currency_code: string; region_id?: string | null }

/** One reason for which something may not be put into a cart. */
export type CartLineCheck = {
  name: string
  check(
    container: MedusaContainer,
    lines: readonly AskedLine[],
    cart?: CartContext
  ): Promise<void>
}

/**
 * Core's hooks have room for one consumer, so whatever else must be checked
 * when lines are added joins this list.
 */
const cartLineChecks: readonly CartLineCheck[] = [
  activeVariantsCheck,
  offeredBoxesCheck,
]

export async function checkCartLines(
  container: MedusaContainer,
  lines: readonly AskedLine[] | undefined,
  cart?: CartContext
): Promise<void> {
  const sold = (lines ?? []).filter(({ variant_id }) => variant_id)
  for (const { check } of sold.length ? cartLineChecks : []) {
    await check(container, sold, cart)
  }
}
