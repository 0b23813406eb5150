import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { diskFull, isDiskFull, lastLines, Sentence } from "../sentence.mjs"
import { giveTo } from "./owner.mjs"

export const USER = "duka"

/** Inside the data folder, so that a cluster and its password stay together. */
const PASSWORD_FILE = "duka.password"
const DRAFT = "initdb-"

const MUST_EXIST = ["PG_VERSION", "global/pg_control", PASSWORD_FILE]

const isWhole = (data) =>
  MUST_EXIST.every((name) => existsSync(join(data, name)))

/** A folder that is not a cluster is kept, but out of the way. */
function setAside(data, onNote) {
  if (!existsSync(data)) {
    return
  }
  if (readdirSync(data).length === 0) {
    rmdirSync(data)
    return
  }
  const aside = `${data}.incomplete-${Date.now()}`
  renameSync(data, aside)
  onNote?.(
    `The database folder was incomplete. It was moved to ${aside}; a new one is made.`
  )
}

function initialise({ data, native, owner }) {
  const draft = mkdtempSync(join(dirname(data), DRAFT))
  giveTo(owner, draft)
  const passwordFile = join(draft, "password")
  writeFileSync(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 })
  giveTo(owner, passwordFile)
  const cluster = join(draft, "data")
  const { status, stdout, stderr, error } = spawnSync(
    join(native, "bin", "initdb"),
    [
      ...["--pgdata", cluster, "--username", USER],
      ...["--auth", "scram-sha-256", "--pwfile", passwordFile],
      ...["--encoding", "UTF8", "--locale", "C"],
      ...["--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
    ],
    { ...owner, cwd: draft, encoding: "utf8" }
  )
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    const output = `${stdout ?? ""}\n${stderr ?? ""}`
    if (isDiskFull(output)) {
      throw diskFull(data)
    }
    if (/could not look up effective user ID/.test(output)) {
      throw new Sentence(
        `Postgres needs a user with a name, and uid ${process.getuid()} has none on this machine. Start Duka as a user from /etc/passwd, or set DATABASE_URL to a Postgres of yours.`
      )
    }
    throw new Sentence(
      `Postgres could not create its database in ${data}. If this system is not glibc or macOS (Alpine, for example), set DATABASE_URL to a Postgres of yours.`,
      { tail: lastLines(error ? error.message : output) }
    )
  }
  renameSync(passwordFile, join(cluster, PASSWORD_FILE))
  // The one step that makes it exist: whoever is killed before leaves a draft.
  renameSync(cluster, data)
  rmSync(draft, { recursive: true, force: true })
}

function refuseOtherVersion(data, native) {
  const made = readFileSync(join(data, "PG_VERSION"), "utf8").trim()
  const { stdout } = spawnSync(join(native, "bin", "postgres"), ["--version"], {
    encoding: "utf8",
  })
  const runs = stdout?.match(/\) (\d+)/)?.[1]
  if (runs && runs !== made) {
    throw new Sentence(
      `The database in ${data} was made by Postgres ${made}, and this version of Duka brings Postgres ${runs}. Move the folder away to begin with a new demo shop, or set DATABASE_URL to a Postgres ${made} that serves it.`
    )
  }
}

/** Makes sure `data` is a whole cluster of this Postgres; its password. */
export function ensureCluster({ data, native, owner, onNote }) {
  const parent = dirname(data)
  readdirSync(parent)
    .filter((name) => name.startsWith(DRAFT))
    .forEach((name) =>
      rmSync(join(parent, name), { recursive: true, force: true })
    )
  if (!isWhole(data)) {
    setAside(data, onNote)
    initialise({ data, native, owner })
  }
  refuseOtherVersion(data, native)
  return readFileSync(join(data, PASSWORD_FILE), "utf8").trim()
}
