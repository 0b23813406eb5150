import { loadEnv } from "@medusajs/framework/utils"
import { isCompiling } from "./command"
import { SettingsError } from "./problem"
import { readSettings, type Settings } from "./read"
import { settingsWarnings } from "./warnings"

export type { Settings }

// A test gets its settings from its bed, never from somebody's `.env`.
if (process.env.NODE_ENV !== "test") {
  loadEnv(process.env.NODE_ENV ?? "development", process.cwd())
}

const compiling = isCompiling(process.argv)

const reading = readSettings(process.env, { compiling })

if (reading.problems.length > 0) {
  throw new SettingsError(reading.problems)
}

/** The only place that reads `process.env`. */
export const { settings } = reading

/** What the log should say once about them. */
export const warnings: readonly string[] = compiling
  ? []
  : settingsWarnings(settings, reading.given)
