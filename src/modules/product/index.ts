import { Module, Modules, ModulesSdkUtils } from "@medusajs/framework/utils"
import nameScope from "./loaders/name-scope"
import { migrationsPath, ProductModuleService } from "./upstream"

/** Where /health/ready looks for migrations that have not run. */
export { migrationsPath }

const scripts = {
  moduleName: Modules.PRODUCT,
  models: [],
  pathToMigrations: migrationsPath,
}

/**
 * Medusa's Product module with the same tables, links, events and service;
 * only its repository of categories is ours. Like src/modules/inventory, it is
 * told to run Medusa's own migrations.
 */
export default {
  ...Module(Modules.PRODUCT, {
    service: ProductModuleService,
    loaders: [nameScope],
  }),
  runMigrations: ModulesSdkUtils.buildMigrationScript(scripts),
  revertMigration: ModulesSdkUtils.buildRevertMigrationScript(scripts),
}
