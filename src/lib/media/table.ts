import { damaged } from "./problem"
import type { Media } from "./types"

/** A list of products for the import: text, and none that a browser could run. */
export function readTable(bytes: Buffer): Media {
  let text: string
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    throw damaged("it is not text in UTF-8; save it as CSV UTF-8")
  }
  // Control characters but tab and line ends.

  if (/[\0-\x08\x0b\x0c\x0e-\x1f]/.test(text) || /^\s*</.test(text)) {
    throw damaged("it is not a table")
  }
  return { mime: "text/csv", extension: "csv", family: "table", bytes }
}
