import { loadEnv } from "@medusajs/framework/utils"
import { isCompiling } from "./command"
import { SettingsError } from "./problem"
import { readSettings, type Settings } from "./read"

export type { Settings }

// A test gets its settings from its bed, never from somebody's `.env`.
if (process.env.NODE_ENV !== "test") {
  loadEnv(process.env.NODE_ENV ?? "development", process.cwd())
}

const reading = readSettings(process.env, {
  compiling: isCompiling(process.argv),
})

if (reading.problems.length > 0) {
  throw new SettingsError(reading.problems)
}

/** The only place that reads `process.env`. */
export const { settings, given } = reading
