import { createCustomersWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { StockedVariant } from "../catalogue/stock"
import type { MarketLocations, MarketShipping } from "../delivery"
import type { MarketRegions } from "../regions"
import type { OrderPlan } from "./plan"

/** What the orders refer to. */
export type Shop = {
  regions: MarketRegions
  locations: MarketLocations
  shipping: MarketShipping
  salesChannelId: string
  /** By SKU. */
  variants: ReadonlyMap<string, StockedVariant>
  /** Ids of the coupons, by code. */
  promotions: ReadonlyMap<string, string>
  refundReasonId?: string
  returnReasonId?: string
}

/** The same, and who buys. */
export type Surroundings = Shop & {
  /** Ids of the customers, by e-mail. */
  customers: ReadonlyMap<string, string>
}

/** The customers with a log-in, and a guest for everybody else who buys. */
export async function ensureBuyers(
  container: MedusaContainer,
  plans: readonly OrderPlan[]
): Promise<Map<string, string>> {
  const people = new Map(plans.map(({ person }) => [person.email, person]))
  if (!people.size) {
    return new Map()
  }
  const existing = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers(
      { email: [...people.keys()] },
      { select: ["id", "email", "has_account"], take: null }
    )
  // An account of the same address comes last and so counts.
  existing.sort((a, b) => Number(a.has_account) - Number(b.has_account))
  const ids = new Map(existing.map(({ email, id }) => [email, id]))
  const missing = [...people.values()].filter(({ email }) => !ids.has(email))
  if (missing.length) {
    const { result } = await createCustomersWorkflow(container).run({
      input: {
        customersData: missing.map((person) => ({
          email: person.email,
          first_name: person.first_name,
          last_name: person.last_name,
          phone: person.phone,
          has_account: false,
        })),
      },
    })
    for (const { email, id } of result) {
      ids.set(email, id)
    }
  }
  return ids
}
