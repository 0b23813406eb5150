import { type Settings, settingsSchema } from "./schema"

export type { Settings }

/** The only place that reads `process.env`. */
export const settings: Settings = settingsSchema.parse(process.env)
