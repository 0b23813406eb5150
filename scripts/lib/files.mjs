import { randomBytes } from "node:crypto"
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { fileURLToPath } from "node:url"

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..")

/** Writes a file only its owner may read; readers see all of it or the old. */
export function writePrivate(file, text) {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString("hex")}.part`
  try {
    writeFileSync(draft, text, { mode: 0o600 })
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

export const writePrivateJson = (file, value) =>
  writePrivate(file, `${JSON.stringify(value, null, 2)}\n`)

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
