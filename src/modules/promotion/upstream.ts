/* eslint-disable @medusajs/import-from-framework-not-internal --
   The package exports its module definition only. A subclass needs the class,
   and a module its tables; the version is pinned. */
import { dirname, join } from "node:path"
import PromotionModuleService from "@medusajs/promotion/dist/services/promotion-module"

export { PromotionModuleService }
export {
  ApplicationMethod,
  Campaign,
  CampaignBudget,
  CampaignBudgetUsage,
  Promotion,
  PromotionRule,
  PromotionRuleValue,
} from "@medusajs/promotion/dist/models"

/** The tables stay Medusa's: its migrations are run, not copied. */
export const migrationsPath = join(
  dirname(require.resolve("@medusajs/promotion")),
  "migrations"
)
