/* eslint-disable @medusajs/import-from-framework-not-internal --
   The package exports its module definition only. A subclass needs the class,
   and a module its tables; the version is pinned. */
import { dirname, join } from "node:path"
import InventoryModuleService from "@medusajs/inventory/dist/services/inventory-module"

export { InventoryModuleService }
export {
  InventoryItem,
  InventoryLevel,
  ReservationItem,
} from "@medusajs/inventory/dist/models"
export { InventoryLevelRepository } from "@medusajs/inventory/dist/repositories"
export { default as InventoryLevelService } from "@medusajs/inventory/dist/services/inventory-level"

/** The tables stay Medusa's: its migrations are run, not copied. */
export const migrationsPath = join(
  dirname(require.resolve("@medusajs/inventory")),
  "migrations"
)
