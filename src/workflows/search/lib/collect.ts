import type { MedusaContainer } from "@medusajs/framework/types"
import type { Kind } from "../../../modules/catalogue/affected"
import { indexProducts } from "./index-products"
import { catalogueOf } from "./services"

type Changes = Map<Kind, Set<string>>

type Round = { changes: Changes; done: Promise<void> }

let running: Promise<void> = Promise.resolve()
let next: Round | undefined

async function write(container: MedusaContainer, changes: Changes) {
  const catalogue = catalogueOf(container)
  const ids = new Set<string>()
  for (const [kind, changed] of changes) {
    const found = await catalogue.affected(kind, [...changed])
    found.forEach((id) => ids.add(id))
  }
  await indexProducts(container, [...ids])
}

/**
 * Writes what changed into the index. One round runs at a time in a process,
 * and what comes meanwhile is in the next one together: a save tells of a
 * product, its variants and its prices one by one. Whoever waits, waits until
 * their change is written.
 */
export function indexChange(
  container: MedusaContainer,
  kind: Kind,
  ids: readonly string[]
): Promise<void> {
  if (!next) {
    const changes: Changes = new Map()
    const round: Round = {
      changes,
      done: running
        .catch(() => undefined)
        .then(() => {
          next = undefined
          return write(container, changes)
        }),
    }
    running = round.done
    next = round
  }
  const { changes, done } = next
  changes.set(kind, new Set([...(changes.get(kind) ?? []), ...ids]))
  return done
}
