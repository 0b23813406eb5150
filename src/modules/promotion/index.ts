import { Module, Modules, ModulesSdkUtils } from "@medusajs/framework/utils"
import { PromotionService } from "./service"
import { migrationsPath } from "./upstream"

/** Where /health/ready looks for migrations that have not run. */
export { migrationsPath }
export type { PromotionService }

const scripts = {
  moduleName: Modules.PROMOTION,
  models: [],
  pathToMigrations: migrationsPath,
}

/**
 * Medusa's Promotion module with the same tables, links and events; only its
 * service is ours. Like src/modules/inventory, it is told to run Medusa's own
 * migrations.
 */
export default {
  ...Module(Modules.PROMOTION, { service: PromotionService }),
  runMigrations: ModulesSdkUtils.buildMigrationScript(scripts),
  revertMigration: ModulesSdkUtils.buildRevertMigrationScript(scripts),
}
