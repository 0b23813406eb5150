import type { MedusaContainer } from "@medusajs/framework/types"
import { startApp } from "@medusajs/test-utils"
import { cloneDatabase } from "./databases"
import { root } from "./processes"
import { onRelease } from "./resources"
import { type Shop, shopAt } from "./shop"

export type BootOptions = {
  database?: string
  env?: Record<string, string>
}

export type BootedApp = {
  container: MedusaContainer
  databaseUrl: string
  /** The same app over HTTP. */
  shop: Shop
}

/**
 * Medusa from the sources inside the test process, where `runBefore` can get
 * between two steps. Settings are read once a process, so a spec file boots
 * one app.
 */
export async function bootApp({
  database,
  env = {},
}: BootOptions = {}): Promise<BootedApp> {
  const databaseUrl = database ?? (await cloneDatabase())
  // Without PORT the app listens on a free one.
  delete process.env.PORT
  const app = await startApp({
    cwd: root,
    env: {
      NODE_ENV: "test",
      DATABASE_URL: databaseUrl,
      ADMIN_ENABLED: "false",
      MEDUSA_DISABLE_TELEMETRY: "true",
      LOG_LEVEL: "error",
      ...env,
    },
  })
  onRelease(app.shutdown)
  return {
    container: app.container,
    databaseUrl,
    shop: shopAt({
      url: `http://localhost:${app.port}`,
      databaseUrl,
      simulators: env.SIMULATORS_URL,
    }),
  }
}
