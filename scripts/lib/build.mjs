import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join, relative } from "node:path"
import { launchNode } from "./children.mjs"
import { claim } from "./claim.mjs"
import { readJson, root, writeJson } from "./files.mjs"
import { diskFull, isDiskFull, Sentence } from "./sentence.mjs"

export const MEDUSA = join(root, "node_modules/@medusajs/cli/cli.js")
export const directory = join(root, ".medusa/server")

/** Written last, and deleted first by the next build with all the rest. */
const MARK = join(directory, ".duka-build.json")
const LOCK = join(root, ".medusa/build-lock")
const LOG = join(root, ".medusa/build.log")

const SOURCES = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "medusa-config.ts",
  "instrumentation.ts",
  "scripts/start.cts",
  "simulators",
  "src",
]

function filesOf(path) {
  if (!existsSync(path)) {
    return []
  }
  if (!statSync(path).isDirectory()) {
    return [path]
  }
  return readdirSync(path)
    .filter((name) => name !== "__tests__")
    .sort()
    .flatMap((name) => filesOf(join(path, name)))
}

/** One value for everything that goes into the build. */
export function fingerprint() {
  const hash = createHash("sha256")
  for (const file of SOURCES.flatMap((name) => filesOf(join(root, name)))) {
    const content = readFileSync(file)
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content)
  }
  return hash.digest("hex")
}

export const isCurrent = () => readJson(MARK)?.fingerprint === fingerprint()

const STAGES = [
  [/Generating types/, "types"],
  [/Compiling frontend source/, "admin and API"],
  [/Backend build completed/, "API built, admin follows"],
]

const stageIn = (text) =>
  STAGES.findLast(([pattern]) => pattern.test(text))?.[1]

async function build({ onProgress, show }) {
  // Taken before: a file changed meanwhile makes the build out of date.
  const built = fingerprint()
  const child = launchNode([MEDUSA, "build", "--no-lint"], {
    cwd: root,
    env: {
      ...process.env,
      // A build serves every process, also those with pages.
      ADMIN_ENABLED: "true",
      MEDUSA_DISABLE_TELEMETRY: "true",
    },
    log: LOG,
    show,
    onText: (text) => {
      const stage = stageIn(text)
      if (stage) {
        onProgress?.(stage)
      }
    },
  })
  const { code } = await child.exited
  if (code !== 0) {
    if (isDiskFull(child.output())) {
      throw diskFull(directory)
    }
    throw new Sentence(
      "The server could not be built. Mend the errors below (npm run typecheck shows them all), then start again.",
      { tail: child.tail(), log: LOG }
    )
  }
  writeJson(MARK, { fingerprint: built })
}

/**
 * Sees to it that `.medusa/server` is built from the sources as they are.
 * Callers in any number of processes may ask at once: one builds, the others
 * wait for it.
 */
export async function ensureBuilt({
  onProgress,
  force = false,
  show = false,
} = {}) {
  if (!force && isCurrent()) {
    return { directory, built: false }
  }
  const lock = await claim(LOCK, {
    wait: true,
    onWait: ({ pid }) =>
      onProgress?.(`waiting for the build of process ${pid}`),
  })
  try {
    if (!force && isCurrent()) {
      return { directory, built: false }
    }
    await build({ onProgress, show })
    return { directory, built: true }
  } finally {
    lock.release()
  }
}
