import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { identityOf } from "../lib/identity.mjs"
import { startPostgres } from "../lib/postgres.mjs"

/**
 * The Postgres of a test run. It lives in a temporary folder and forgets
 * everything. The template databases inside take half a minute to make, so a
 * copy is kept under .cache, named after all that went into them.
 */

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const SHELF = join(root, ".cache/test-clusters")
const PREFIX = "duka-test-"
const KEPT = 2

const SETTINGS = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  max_connections: 300,
}

/** None of these change what migrations and the base seed write. */
const WITHOUT_EFFECT = /(^|\/)(__tests__|admin|api|jobs|subscribers)(\/|$)/

function files(path) {
  if (!existsSync(path)) {
    return []
  }
  if (!statSync(path).isDirectory()) {
    return [path]
  }
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .filter((file) => !WITHOUT_EFFECT.test(relative(join(root, "src"), file)))
    .flatMap(files)
}

export function fingerprint() {
  const hash = createHash("sha256").update(
    `${process.platform}-${process.arch}`
  )
  for (const part of [
    "package-lock.json",
    "medusa-config.ts",
    "integration-tests/support/bed/templates.ts",
    "src",
  ]) {
    for (const file of files(join(root, part))) {
      hash.update(relative(root, file)).update(readFileSync(file))
    }
  }
  return hash.digest("hex").slice(0, 16)
}

function copy(from, to) {
  // `cp -a` and not fs.cp: root must keep the owner Postgres runs as.
  const copied = spawnSync("cp", ["-a", from, to], { encoding: "utf8" })
  if (copied.status !== 0) {
    throw new Error(`Could not copy ${from} to ${to}: ${copied.stderr}`)
  }
}

/** Clears what killed runs left behind; their Postgres ended with them. */
function sweep() {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(name.match(/^duka-test-(\d+)-/)?.[1])
    if (owner && identityOf(owner) === undefined) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    }
  }
}

function prune() {
  const shelved = readdirSync(SHELF)
    .map((name) => join(SHELF, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const old of shelved.slice(KEPT)) {
    rmSync(old, { recursive: true, force: true })
  }
}

export async function startCluster() {
  sweep()
  const dir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  const shelved = join(SHELF, fingerprint())
  if (existsSync(shelved)) {
    copy(join(shelved, "data"), join(dir, "data"))
    copy(join(shelved, "seed.json"), join(dir, "seed.json"))
  }
  let postgres = await startPostgres({ dir, settings: SETTINGS })

  return {
    dir,
    // By name, not by number: Medusa's test utilities turn TLS on otherwise.
    server: postgres.url("").replace("127.0.0.1", "localhost"),
    /**
     * Keeps a copy for the next run, once there is something to keep.
     * Postgres has to rest for a moment: nobody may be connected.
     */
    async shelve() {
      if (existsSync(shelved) || !existsSync(join(dir, "seed.json"))) {
        return
      }
      await postgres.stop()
      const draft = join(SHELF, `draft-${process.pid}`)
      mkdirSync(draft, { recursive: true })
      copy(join(dir, "data"), join(draft, "data"))
      copy(join(dir, "seed.json"), join(draft, "seed.json"))
      if (existsSync(shelved)) {
        rmSync(draft, { recursive: true, force: true })
      } else {
        renameSync(draft, shelved)
      }
      prune()
      postgres = await startPostgres({
        dir,
        port: postgres.port,
        settings: SETTINGS,
      })
    },
    async stop() {
      await postgres.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
