import { jpeg } from "./jpeg"
import { mp4 } from "./mp4"
import { png } from "./png"
import { damaged, MediaProblem } from "./problem"
import { readTable } from "./table"
import type { Family, Format, Media } from "./types"
import { webm } from "./webm"
import { webp } from "./webp"

export { MediaProblem, type MediaProblemCode } from "./problem"
export type { Family, Media } from "./types"

const FORMATS: readonly Format[] = [jpeg, png, webp, mp4, webm]

/** Larger ones blow up a browser, a phone and whoever scales them. */
const MAX_SIDE = 12_000
const MAX_PIXELS = 60_000_000

export type Limits = Record<Family, number>

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024)

const NAMES: Record<Family, string> = {
  image: "An image",
  video: "A video",
  table: "A table",
}

function checkLength(family: Family, bytes: Buffer, limits: Limits) {
  if (bytes.length > limits[family]) {
    throw new MediaProblem(
      "file_too_large",
      `${NAMES[family]} may have ${megabytes(limits[family])} MB.`
    )
  }
}

function checkSize({ width, height }: NonNullable<Media["size"]>) {
  if (width === 0 || height === 0) {
    throw damaged("it has no size")
  }
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
    throw new MediaProblem(
      "image_too_large",
      `The image has ${width} × ${height} points; ${MAX_SIDE.toLocaleString("en")} a side and ${MAX_PIXELS / 1_000_000} million in all are the most.`
    )
  }
}

/**
 * What bytes are, judged by the bytes alone: a name and a declared type are
 * what somebody says. Reads every part of the file; what is not of the picture
 * stays behind.
 */
export function readMedia(bytes: Buffer, limits: Limits): Media {
  const format = FORMATS.find((one) => one.isLike(bytes))
  if (!format) {
    throw new MediaProblem(
      "file_type_not_allowed",
      "Only JPEG, PNG and WebP images and MP4 and WebM videos can be uploaded."
    )
  }
  const { mime, extension, family } = format
  checkLength(family, bytes, limits)
  const read = format.read(bytes)
  if (read.size) {
    checkSize(read.size)
  }
  return { mime, extension, family, ...read }
}

/** A table has no mark of its own: who wants one says so. */
export function readCsv(bytes: Buffer, limits: Limits): Media {
  checkLength("table", bytes, limits)
  return readTable(bytes)
}
