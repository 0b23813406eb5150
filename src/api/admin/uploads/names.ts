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

/** A name that is safe in a path, a URL and a header, whatever was sent. */
export function plainName(name: string, extension: string): string {
  const { name: stem } = posix.parse(name)
  const plain = stem
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "")
  return `${plain || "file"}.${extension}`
}
