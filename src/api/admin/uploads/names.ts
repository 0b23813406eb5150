import { posix } from "node:path"

const LONGEST = 80

const utf8 = new TextDecoder("utf-8", { fatal: true })

/** Browsers send UTF-8; core's parser takes each byte of it for a letter. */
export function asSent(name: string): string {
  try {
    return utf8.decode(Buffer.from(name, "latin1"))
  } catch {
    return name
  }
}

/** Safe in a path, a URL and a header, whatever was sent. */
export const plainWords = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "") || "file"

/** Of a name that was sent only the words are kept; the bytes say the rest. */
export const plainName = (name: string, extension: string): string =>
  `${plainWords(posix.parse(name).name)}.${extension}`
