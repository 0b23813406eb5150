import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { ensureBuilt } from "../lib/build.mjs"
import { launchNode } from "../lib/children.mjs"
import { root } from "../lib/files.mjs"
import { explain } from "../lib/sentence.mjs"
import { duration, readResults } from "./results.mjs"

const RESULTS = join(root, ".cache/test-results")
const MINUTE = 60_000
const LIMIT = 45 * MINUTE

const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

const heading = (text) => process.stdout.write(`\n── ${text}\n`)

const colours = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}

/** Ends a part that never does; a hanging test must not hang the run. */
function limited(child, name) {
  const timer = setTimeout(() => {
    process.stdout.write(
      `${name} was ended after ${duration(LIMIT)}: something in it waits for what never comes.\n`
    )
    void child.stop()
  }, LIMIT)
  return child.exited.finally(() => clearTimeout(timer))
}

export async function runCheck({ name, args }) {
  const begun = Date.now()
  const child = launchNode(args, {
    cwd: root,
    env: { ...process.env, ...colours },
  })
  const { code } = await limited(child, name)
  const ms = Date.now() - begun
  heading(`${name}: ${code === 0 ? "fine" : "FAILED"} (${duration(ms)})`)
  if (code !== 0) {
    process.stdout.write(`${child.output()}\n`)
  }
  return { name, ms, ...one(code === 0) }
}

export async function runBuild() {
  const name = "build"
  const begun = Date.now()
  let problem
  try {
    await ensureBuilt()
  } catch (error) {
    problem = explain(error)?.text ?? error.stack
  }
  const ms = Date.now() - begun
  heading(`${name}: ${problem ? "FAILED" : "fine"} (${duration(ms)})`)
  if (problem) {
    process.stdout.write(`${problem}\n`)
  }
  return { name, ms, ...one(!problem) }
}

/** A part that needs the build when there is none. */
export function notRun(name) {
  heading(`${name}: NOT RUN, for there is no build to test`)
  return { name, ms: 0, ...one(false) }
}

export async function runSuite({ name }, { pattern, jest, env }) {
  const begun = Date.now()
  const file = join(RESULTS, `${name}.json`)
  mkdirSync(RESULTS, { recursive: true })
  rmSync(file, { force: true })
  heading(name)
  const child = launchNode(
    [
      join(root, "scripts/test/jest.mjs"),
      name,
      ...["--json", "--outputFile", file],
      ...(pattern.length ? ["--passWithNoTests"] : []),
      ...pattern,
      ...jest,
    ],
    { cwd: root, env: { ...process.env, ...colours, ...env }, show: true }
  )
  const { code } = await limited(child, name)
  return { name, ms: Date.now() - begun, ...readResults(file, code) }
}

/** Two at a time: what we promise holds on two cores. */
export async function inPairs(jobs) {
  const results = []
  const waiting = [...jobs.entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, job] = next
      results[at] = await job()
    }
  }
  await Promise.all([worker(), worker()])
  return results
}
