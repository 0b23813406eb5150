import { defineConfig } from "@medusajs/framework/utils"
import { logger } from "./src/logger"
import { settings, warnings } from "./src/settings"
import {
  databaseConfig,
  httpConfig,
  modulesConfig,
} from "./src/settings/medusa"
import { saveCheckpointsInTurn } from "./src/workflows/engine/checkpoints"

warnings.forEach((warning) => logger.warn(warning))
saveCheckpointsInTurn()

module.exports = defineConfig({
  logger,
  projectConfig: {
    ...databaseConfig(settings),
    ...httpConfig(settings),
    redisUrl: settings.REDIS_URL,
    workerMode: settings.WORKER_MODE,
  },
  featureFlags: { rbac: true },
  admin: { disable: !settings.ADMIN_ENABLED },
  modules: modulesConfig(settings),
})
