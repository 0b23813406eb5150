import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN, MedusaError } from "@medusajs/framework/utils"

/** A place where stock is counted: an item at a location. */
export type Place = { inventory_item_id: string; location_id: string }

export type Level = Place & {
  id: string
  stocked_quantity: BigNumberInput
  reserved_quantity: BigNumberInput
}

/** What a change takes from a place; less than nothing when it gives back. */
export type Claim = Place & {
  quantity: BigNumberInput
  allow_backorder?: boolean | null
}

const keyOf = ({ inventory_item_id, location_id }: Place) =>
  `${inventory_item_id} ${location_id}`

export const levelsByPlace = <L extends Level>(levels: L[]) => {
  const byKey = new Map(levels.map((level) => [keyOf(level), level]))
  return (place: Place) => byKey.get(keyOf(place))
}

/** Backorders take what is not there, so they never count as too much. */
const counts = ({ quantity, allow_backorder }: Claim) =>
  !allow_backorder || MathBN.lt(quantity, 0)

/**
 * Refuses claims that together are more than what is left. `levels` must be
 * locked: what they say has to stay true until the claims are written. A place
 * without a level is left to Medusa, which has its own words for it.
 */
export function refuseShortage(levels: Level[], claims: Claim[]) {
  const levelAt = levelsByPlace(levels)
  const sums = new Map<Level, BigNumberInput>()
  for (const claim of claims.filter(counts)) {
    const level = levelAt(claim)
    if (level) {
      sums.set(level, MathBN.add(sums.get(level) ?? 0, claim.quantity))
    }
  }
  for (const [level, wanted] of sums) {
    const left = MathBN.sub(level.stocked_quantity, level.reserved_quantity)
    if (MathBN.gt(wanted, 0) && MathBN.gt(wanted, left)) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Not enough stock available for item ${level.inventory_item_id} at location ${level.location_id}: ${wanted} wanted, ${MathBN.max(left, 0)} left. Take less, or add stock first.`,
        MedusaError.Codes.INSUFFICIENT_INVENTORY
      )
    }
  }
}
