import { randomBytes } from "node:crypto"
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { fileURLToPath } from "node:url"

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..")

/** Readers see all of the new file or all of the old one. */
function writeWhole(file, text, mode) {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString("hex")}.part`
  try {
    writeFileSync(draft, text, { mode })
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

const json = (value) => `${JSON.stringify(value, null, 2)}\n`

export const writeJson = (file, value) => writeWhole(file, json(value), 0o644)

/** For what only the owner may read. */
export const writePrivateJson = (file, value) =>
  writeWhole(file, json(value), 0o600)

/** The file's JSON, or nothing when it is missing or cut short. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch (error) {
    if (error.code === "ENOENT" || error instanceof SyntaxError) {
      return undefined
    }
    throw error
  }
}
