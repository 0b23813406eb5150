import { spawnSync } from "node:child_process"
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from "node:fs"
import { join } from "node:path"
import { Sentence } from "../sentence.mjs"
import { copyBinaries } from "./binaries.mjs"

/**
 * Who runs Postgres, and where its files can be reached by that user.
 * Postgres refuses to run as root, so root lends it to somebody without
 * rights; and that somebody cannot enter folders like /root.
 */

/** Survives a reboot, unlike the folder for temporary files. */
export const SHARED_PLACE =
  process.platform === "darwin" ? "/usr/local/var/duka" : "/var/lib/duka"

const idOf = (flag, fallback) => {
  const { status, stdout } = spawnSync("id", [flag, "nobody"], {
    encoding: "utf8",
  })
  return status === 0 ? Number(stdout.trim()) : fallback
}

/** `{}` for an ordinary user; for root the uid and gid Postgres gets. */
export function chooseOwner(dir) {
  if (process.getuid() !== 0) {
    return {}
  }
  const data = statSync(join(dir, "data"), { throwIfNoEntry: false })
  return data && data.uid !== 0
    ? { uid: data.uid, gid: data.gid }
    : { uid: idOf("-u", 65534), gid: idOf("-g", 65534) }
}

export function giveTo({ uid, gid }, path) {
  if (uid !== undefined) {
    chownSync(path, uid, gid)
  }
}

function canReach(owner, dir, binary) {
  const { status } = spawnSync(
    "/bin/sh",
    ["-c", 'cd "$1" && test -w . && test -x "$2"', "sh", dir, binary],
    { ...owner, cwd: "/", stdio: "ignore" }
  )
  return status === 0
}

export function refuseForeignData(data) {
  const found = statSync(data, { throwIfNoEntry: false })
  if (found && process.getuid() !== 0 && found.uid !== process.getuid()) {
    throw new Sentence(
      `The database in ${data} belongs to another user (uid ${found.uid}), probably because Duka was started as root before. Start it as that user or as root again, give it to yourself (sudo chown -R "$USER" ${data}), or set DUKA_DIR to a new folder.`
    )
  }
}

/**
 * Sees to it that `dir/data` and the binaries can be reached by `owner`:
 * where `dir` is, or else in a folder of their own that `dir/data` links to.
 */
export function reachable({ dir, owner, found, native, shared, onNote }) {
  const data = join(dir, "data")
  const binary = (home) => join(home, "bin", "postgres")
  const link = lstatSync(data, { throwIfNoEntry: false })
  if (link?.isSymbolicLink()) {
    const kept = readlinkSync(data)
    if (!existsSync(join(kept, ".."))) {
      throw new Sentence(
        `The database of this checkout was kept in ${kept}, and that folder is gone. Remove the link ${data} to begin with a new database.`
      )
    }
    return {
      home: join(kept, ".."),
      native: canReach(owner, join(kept, ".."), binary(native))
        ? native
        : copyBinaries(found, shared),
    }
  }
  giveTo(owner, dir)
  if (canReach(owner, dir, binary(native))) {
    return { home: dir, native }
  }
  if (owner.uid === undefined) {
    throw new Sentence(
      `Postgres cannot be started from ${native} with its data in ${dir}: the folder cannot be written, or programs in it may not be run (noexec). Move the checkout, or set DATABASE_URL to a Postgres of yours.`
    )
  }
  const runnable = canReach(owner, "/tmp", binary(native))
    ? native
    : copyBinaries(found, shared)
  if (canReach(owner, dir, binary(runnable))) {
    return { home: dir, native: runnable }
  }
  if (link) {
    throw new Sentence(
      `Postgres runs as uid ${owner.uid} and cannot enter ${dir}. Start Duka as the user the database belongs to, or set DUKA_DIR to a folder that everybody may enter.`
    )
  }
  mkdirSync(shared, { recursive: true, mode: 0o755 })
  const home = mkdtempSync(join(shared, "shop-"))
  chmodSync(home, 0o700)
  giveTo(owner, home)
  symlinkSync(join(home, "data"), data)
  onNote?.(
    `Postgres may not run as root, and its user cannot enter ${dir}: the database is kept in ${home} (linked from ${data}).`
  )
  return { home, native: runnable }
}
