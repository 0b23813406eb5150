import { defineConfig } from "@medusajs/framework/utils"
import { settings } from "./src/settings"

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: settings.DATABASE_URL,
    redisUrl: settings.REDIS_URL,
    workerMode: settings.WORKER_MODE,
    http: {
      storeCors: settings.STORE_CORS.join(","),
      adminCors: settings.ADMIN_CORS.join(","),
      authCors: settings.AUTH_CORS.join(","),
      jwtSecret: settings.JWT_SECRET,
      cookieSecret: settings.COOKIE_SECRET,
    },
  },
  featureFlags: { rbac: true },
  admin: { disable: !settings.ADMIN_ENABLED },
})
