import { createLogger } from "./lib/logger"
import { settings } from "./settings"

/** The logger of this process: Medusa's own entries go through it too. */
export const logger = createLogger({
  level: settings.LOG_LEVEL,
  format: settings.LOG_FORMAT,
})
