import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { StockedVariant } from "../catalogue/stock"
import type { MarketLocations, MarketShipping } from "../delivery"
import type { MarketRegions } from "../regions"

/** What an order refers to. */
export type Surroundings = {
  regions: MarketRegions
  locations: MarketLocations
  shipping: MarketShipping
  salesChannelId: string
  variants: ReadonlyMap<string, StockedVariant>
  customers: ReadonlyMap<string, string>
  refundReasonId?: string
  returnReasonId?: string
}

/** Ids of the customers with a log-in, by e-mail. */
export async function customersByEmail(
  container: MedusaContainer,
  emails: readonly string[]
) {
  const customers = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ email: [...emails], has_account: true })
  return new Map(customers.map(({ email, id }) => [email, id]))
}
