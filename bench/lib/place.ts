import { join, resolve } from "node:path"

export const ROOT = resolve(__dirname, "../..")
export const CACHE = join(ROOT, ".cache/bench")
export const LOGS = join(CACHE, "logs")
