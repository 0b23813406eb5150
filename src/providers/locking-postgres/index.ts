import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { PostgresLockingService } from "./service"

export default ModuleProvider(Modules.LOCKING, {
  services: [PostgresLockingService],
})
