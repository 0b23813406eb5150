import { join } from "node:path"
import { killChildren } from "./lib/children.mjs"
import { root } from "./lib/files.mjs"
import { explain, Sentence } from "./lib/sentence.mjs"
import { installPackages, isInstalled } from "./lib/start/install.mjs"
import { readOptions, selects, usage } from "./test/options.mjs"
import { checks, suites } from "./test/phases.mjs"
import { closingLine, duration, sum, table } from "./test/results.mjs"

/** `npm test`: everything that must hold, and one closing line. */

const begun = Date.now()
let cluster

async function install() {
  if (!isInstalled()) {
    process.stdout.write("Installing packages …\n")
    await installPackages({ log: join(root, ".cache/install.log") })
  }
}

async function openCluster() {
  // Not before the packages are there: it needs the Postgres binaries.
  const { startCluster } = await import("./test/cluster.mjs")
  cluster = await startCluster()
  const { dir, server } = cluster
  return { DUKA_TEST_CLUSTER: JSON.stringify({ dir, server }) }
}

async function runAll(options) {
  const { inPairs, notRun, runBuild, runCheck, runSuite } =
    await import("./test/run.mjs")
  const chosen = (part) =>
    selects(options, part.name) && (part.needed?.() ?? true)
  const wanted = suites.filter(chosen)
  const results = await inPairs([
    ...(wanted.some(({ shop }) => shop) ? [runBuild] : []),
    ...checks.filter(chosen).map((check) => () => runCheck(check)),
  ])
  const env = {
    DUKA_TEST_SERVER: "build",
    ...(wanted.some(({ bed }) => bed) ? await openCluster() : {}),
  }
  const built = results.every(({ name, failed }) => name !== "build" || !failed)
  const run = (suite) => async () =>
    suite.shop && !built
      ? notRun(suite.name)
      : runSuite(suite, { ...options, env })
  for (const suite of wanted.filter(({ bed }) => !bed)) {
    results.push(await run(suite)())
  }
  results.push(...(await inPairs(wanted.filter(({ bed }) => bed).map(run))))
  await cluster?.shelve()
  return results
}

async function main() {
  const options = readOptions(process.argv.slice(2))
  if (options.help) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  await install()
  const results = await runAll(options)
  const total = sum(results)
  const nothing = total.passed + total.failed === 0
  if (nothing) {
    throw new Sentence(
      `No test matches "${options.pattern.join(" ")}"; nothing was tested.`
    )
  }
  process.stdout.write(
    `\n${table(results)}\n\nin ${duration(Date.now() - begun)}\n${closingLine(total)}\n`
  )
  return total.failed === 0 ? 0 : 1
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    killChildren()
    void Promise.resolve(cluster?.stop()).finally(() => process.exit(130))
  })
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`\n${explain(error)?.text ?? error.stack}\n`)
  process.exitCode = 1
} finally {
  await cluster?.stop()
}
