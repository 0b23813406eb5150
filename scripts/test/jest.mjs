import { spawn } from "node:child_process"
import { createRequire } from "node:module"
import { argv, env, execPath, exit } from "node:process"

/**
 * `node scripts/test/jest.mjs <kind> [jest's own arguments]`: Jest with what
 * our specs need. Medusa loads parts of itself with import(), which Jest
 * supports behind a flag of Node only.
 */

const [kind, ...args] = argv.slice(2)
const jest = createRequire(import.meta.url).resolve("jest/bin/jest")

const child = spawn(
  execPath,
  ["--experimental-vm-modules", "--no-warnings", jest, ...args],
  { stdio: "inherit", env: { ...env, TEST_TYPE: kind ?? "" } }
)
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => child.kill(signal))
}
child.once("exit", (code) => exit(code ?? 1))
