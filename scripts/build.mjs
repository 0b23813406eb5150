import { ensureBuilt } from "./lib/build.mjs"
import { explain } from "./lib/sentence.mjs"

try {
  await ensureBuilt({ force: true, show: true })
} catch (error) {
  const known = explain(error)
  if (!known) {
    throw error
  }
  process.stderr.write(`\n${known.message}\n`)
  process.exitCode = 1
}
