import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Works on one after another; one that fails is logged and left to the next
 * run, so that it does not hold up the others.
 */
export async function each<T extends { id: string }>(
  container: MedusaContainer,
  items: readonly T[],
  work: (item: T) => Promise<unknown>
) {
  let failed = 0
  for (const item of items) {
    try {
      await work(item)
    } catch (error) {
      failed += 1
      const reason = error instanceof Error ? error.message : String(error)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`Mobile money: ${item.id} is left to the next run: ${reason}`)
    }
  }
  return { done: items.length - failed, failed }
}
