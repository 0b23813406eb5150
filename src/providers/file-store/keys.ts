import { generateEntityId } from "@medusajs/framework/utils"
import { invalidFile } from "./errors"

/** Private files lie in a folder of their own, in every store. */
export const PRIVATE_FOLDER = "private"

const PART = 100

/** Letters, digits, dots and dashes: what every store takes as it is. */
const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[.-]+|-+$/g, "")
    .slice(0, PART)

const EXTENSION_OF: Readonly<Record<string, string>> = {
  "image/jpeg": ".jpg",
  "image/png": ".png",
  "image/webp": ".webp",
  "image/gif": ".gif",
  "video/mp4": ".mp4",
  "video/webm": ".webm",
}

/** The folders of a name, none of which leads upwards, and the file in it. */
export function partsOf(filename: string) {
  const parts = filename
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part && part !== "." && part !== "..")
  return { folders: parts.slice(0, -1), file: parts.at(-1) ?? "" }
}

/** Refuses a public file that would look private from then on. */
export function checkFolder(filename: string, isPrivate: boolean): void {
  const [first] = partsOf(filename).folders
  if (!isPrivate && first === PRIVATE_FOLDER) {
    throw invalidFile(
      `A public file cannot lie in the folder \`${PRIVATE_FOLDER}\`. Choose another.`
    )
  }
}

export const isPrivateKey = (key: string) =>
  key.startsWith(`${PRIVATE_FOLDER}/`)

type Named = { filename: string; mimeType?: string; access?: string }

/**
 * A key nobody has and nobody guesses: the folders of the file, its name and
 * twenty-six characters, `products/mara-01/front-01K….png`.
 */
export function newKey({ filename, mimeType = "", access }: Named): string {
  const isPrivate = access !== "public"
  checkFolder(filename, isPrivate)
  const { folders, file } = partsOf(filename)
  const dot = file.lastIndexOf(".")
  const extension = dot > 0 ? plain(file.slice(dot + 1)).toLowerCase() : ""
  const base = plain(dot > 0 ? file.slice(0, dot) : file) || "file"
  const unique = `${base}-${generateEntityId()}`
  return [
    ...(isPrivate ? [PRIVATE_FOLDER] : []),
    ...folders.map(plain).filter(Boolean),
    `${unique}${extension ? `.${extension}` : (EXTENSION_OF[mimeType] ?? "")}`,
  ].join("/")
}
