import { posix } from "node:path"

const LONGEST = 80

/** A name that is safe in a path, a URL and a header, whatever was sent. */
export function plainName(name: string, extension: string): string {
  const { name: stem } = posix.parse(name)
  const plain = stem
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "")
  return `${plain || "file"}.${extension}`
}
