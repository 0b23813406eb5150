import { closeSync, mkdirSync, openSync, writeSync } from "node:fs"
import { dirname } from "node:path"

/** A log only its owner may read, begun anew at each start. */
export function appendLog(file) {
  mkdirSync(dirname(file), { recursive: true })
  let handle = openSync(file, "w", 0o600)
  return {
    write(chunk) {
      if (handle !== undefined) {
        writeSync(handle, chunk)
      }
    },
    end() {
      if (handle !== undefined) {
        closeSync(handle)
        handle = undefined
      }
    },
  }
}
