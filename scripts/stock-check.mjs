import { parseArgs } from "node:util"
import { readJson } from "./lib/files.mjs"
import { explain, Sentence } from "./lib/sentence.mjs"
import { configuredDatabase, connect } from "./lib/start/database.mjs"
import { readEnvironment } from "./lib/start/environment.mjs"
import { factsFile } from "./lib/start/facts.mjs"
import {
  describeDifferences,
  findDifferences,
} from "./lib/stock/differences.mjs"

const USAGE = `npm run stock:check [-- options]

Compares what is reserved of each item at each location with the reservations
there are, and the stock with both. The database is the one of the settings, or
of the shop that runs from this folder.

  --json   print the differences as JSON
  --help   print this

It changes nothing. Its exit code is 1 when something differs.
`

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { json: { type: "boolean" }, help: { type: "boolean" } },
    })
    return values
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${USAGE}`)
    process.exit(2)
  }
}

function findDatabase({ env, dir }) {
  const address =
    configuredDatabase(env) ?? readJson(factsFile(dir))?.database_url
  if (!address) {
    throw new Sentence(
      "There is no database to look at: set DATABASE_URL, or start the shop with npm start."
    )
  }
  return address
}

async function check({ json }) {
  const options = readEnvironment()
  const client = await connect(findDatabase(options), options.env, {
    create: false,
  })
  try {
    const found = await findDifferences(client)
    process.stdout.write(
      json ? `${JSON.stringify(found, null, 2)}\n` : describeDifferences(found)
    )
    return found.differences.length === 0 ? 0 : 1
  } finally {
    await client.end()
  }
}

const options = readOptions()
if (options.help) {
  process.stdout.write(USAGE)
} else {
  // Another code than for a difference: nothing was found out.
  process.exitCode = await check(options).catch((error) => {
    process.stderr.write(`${explain(error)?.text ?? error.stack}\n`)
    return 2
  })
}
