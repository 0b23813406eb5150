import { dirname, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import {
  examineMachine,
  examineProduction,
  readEnvironment,
} from "./lib/doctor/examination.mjs"
import { report, reportJson } from "./lib/doctor/report.mjs"

const USAGE = `npm run doctor [-- options]

Says whether this machine can run the shop, or, with --production (or
NODE_ENV=production), whether a production server could start with the settings
of the environment, .env.production and .env.

  --production   judge a production configuration
  --json         print the findings as JSON
  --help         print this

It changes nothing. Its exit code is 1 when something fails.
`

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..")

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        production: { type: "boolean" },
        json: { type: "boolean" },
        help: { type: "boolean" },
      },
    })
    return values
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${USAGE}`)
    process.exit(2)
  }
}

const options = readOptions()

if (options.help) {
  process.stdout.write(USAGE)
  process.exit(0)
}

const production = options.production ?? process.env.NODE_ENV === "production"
const env = readEnvironment(root, { production })

// Medusa's configuration reads the same settings, and must not write to the
// output while it does.
Object.assign(process.env, env, { LOG_LEVEL: "error" })

const findings = production
  ? await examineProduction(root, env)
  : await examineMachine(root, env)

const print = options.json ? reportJson : report
process.stdout.write(print(findings, { production }))
// Opened clients and loaded modules may keep timers; all is said now.
process.exit(findings.some(({ status }) => status === "fail") ? 1 : 0)
