import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { settings } from "../../settings"
import { recountAllSoldWorkflow } from "../../workflows/product"
import { repairSearchIndexWorkflow } from "../../workflows/search"
import { seedFoundation } from "../base"
import { seedOffers } from "./catalogue/offers"
import { seedBoxes } from "./catalogue/seed-boxes"
import { seedGroups } from "./catalogue/seed-groups"
import { seedProducts } from "./catalogue/seed-products"
import { seedProfiles } from "./catalogue/seed-profiles"
import {
  seedCategoryProfiles,
  seedTagProfiles,
} from "./catalogue/seed-taxonomy"
import { listStockedVariants, seedStock } from "./catalogue/stock"
import { seedCoupons } from "./coupons"
import { seedCustomers } from "./customers"
import { seedReasons } from "./orders/reasons"
import { seedOrders } from "./orders/seed-orders"
import type { SeedReport } from "./report"
import { seedWishlists } from "./wishlists"
import { seedReviews } from "./reviews/seed-reviews"

type Options = { orders: number }

/** Says what is being made and how long it took. */
const progressOf = (logger: Logger) => {
  const started = Date.now()
  return (text: string) => {
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    logger.info(`Demo shop: ${text} (${seconds} s)`)
  }
}

/**
 * Makes whatever of the demo shop is missing. Each part is recognised by its
 * handle, code, name or marker, so running it again changes nothing and
 * running it after a crash makes the rest.
 */
export async function seedDemoShop(
  container: MedusaContainer,
  { orders }: Options
): Promise<SeedReport> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const say = progressOf(logger)

  const { report, salesChannelId, delivery } = await seedFoundation(container)
  say("markets, warehouses, delivery and staff are there")

  const customers = await seedCustomers(container, settings.SEED_PASSWORD)
  const groups = await seedGroups(container)
  await seedTagProfiles(container, groups)
  const promotions = await seedCoupons(container)
  say("customers, categories, tags and coupons are there")

  await seedProducts(
    container,
    {
      groups,
      salesChannelId,
      shippingProfileId: delivery.shippingProfileId,
    },
    (done, total) => say(`${done} of ${total} products drawn and stored`)
  )
  await seedProfiles(container)
  await seedCategoryProfiles(container, groups)
  const variants = await listStockedVariants(container)
  await seedStock(container, variants, delivery.locations)
  await seedOffers(container, variants)
  await seedBoxes(container)
  say("products, prices, boxes, offers and stock are there")
  say("products, prices, offers and stock are there")
  await seedWishlists(container, { regions: report.regions, salesChannelId })
  say("wishlists are there")

  await seedOrders(
    container,
    orders,
    {
      ...(await seedReasons(container)),
      ...delivery,
      regions: report.regions,
      salesChannelId,
      variants: new Map(variants.map((variant) => [variant.sku, variant])),
      promotions,
    },
    (done, total) => say(`${done} of ${total} orders placed`)
  )
  await recountAllSoldWorkflow(container).run({ input: {} })
  await seedReviews(container, orders)
  say("reviews and their answers are there")
  await repairSearchIndexWorkflow(container).run()
  return { ...report, customers }
}
