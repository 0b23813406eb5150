import { updateStoresWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { settings } from "../settings"
import { staffAccounts } from "./seed/accounts"
import { type Delivery, seedDelivery } from "./seed/delivery"
import {
  HOME_MARKET,
  seedCurrencies,
  seedRegions,
  seedTax,
} from "./seed/regions"
import type { SeedReport } from "./seed/report"
import { seedRoles } from "./seed/roles"
import { seedSalesChannel } from "./seed/sales-channel"
import { ensureStaff } from "./seed/staff"

export type { SeedReport }

/** What the rest of the demo shop is built on. */
export type Base = {
  report: SeedReport
  salesChannelId: string
  delivery: Delivery
}

/**
 * The least a shop needs before it can sell: markets, tax, warehouses,
 * delivery, a sales channel with its key, roles and two members of staff.
 * Repeating it changes nothing; after a run that broke off it makes the rest.
 */
export async function seedBase(
  container: MedusaContainer
): Promise<SeedReport> {
  const { report } = await seedFoundation(container)
  return report
}

export async function seedFoundation(
  container: MedusaContainer
): Promise<Base> {
  refuseInProduction()
  const { salesChannelId, publishableKey } = await seedSalesChannel(container)
  const store = await seedCurrencies(container)
  const regions = await seedRegions(container)
  await seedTax(container)
  const delivery = await seedDelivery(container, salesChannelId)
  if (!store.default_region_id) {
    await updateStoresWorkflow(container).run({
      input: {
        selector: { id: store.id },
        update: {
          default_region_id: regions[HOME_MARKET],
          default_location_id: delivery.locations[HOME_MARKET],
          default_sales_channel_id: salesChannelId,
        },
      },
    })
  }
  const staff = await seedStaff(container)
  return {
    report: {
      ...staff,
      customers: [],
      publishable_key: publishableKey,
      regions,
    },
    salesChannelId,
    delivery,
  }
}

async function seedStaff(container: MedusaContainer) {
  const roles = await seedRoles(container)
  const password = settings.SEED_PASSWORD
  const { admin, superAdmin } = staffAccounts
  await ensureStaff(container, {
    ...superAdmin,
    password,
    role: roles.superAdmin,
  })
  await ensureStaff(container, { ...admin, password, role: roles.admin })
  return {
    super_admin: { email: superAdmin.email, password },
    admin: { email: admin.email, password },
  }
}

/** The log-ins are documented, so they must never open a real shop. */
function refuseInProduction() {
  if (settings.NODE_ENV === "production") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The demo shop is not seeded in production: its log-ins are public. " +
        "Create the first staff member with `npx medusa user` instead."
    )
  }
}
