import { Module, Modules, ModulesSdkUtils } from "@medusajs/framework/utils"
import { InventoryService } from "./service"
import { migrationsPath } from "./upstream"

/** Where /health/ready looks for migrations that have not run. */
export { migrationsPath }

const scripts = {
  moduleName: Modules.INVENTORY,
  models: [],
  pathToMigrations: migrationsPath,
}

/**
 * Medusa's Inventory module with the same tables, links and events; only its
 * service is ours. Medusa looks for migrations beside this file unless it is
 * told how to run them, so here it is told to run its own.
 */
export default {
  ...Module(Modules.INVENTORY, { service: InventoryService }),
  runMigrations: ModulesSdkUtils.buildMigrationScript(scripts),
  revertMigration: ModulesSdkUtils.buildRevertMigrationScript(scripts),
}
