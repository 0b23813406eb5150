import { readOrientation, writeOrientation } from "./orientation"
import { damaged } from "./problem"
import type { Format, Size } from "./types"

const KEPT = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"])
const HAS_EXIF = 0x08
const HAS_XMP = 0x04

const word = (bytes: Buffer, at: number) => bytes.toString("latin1", at, at + 4)

const readers: Record<string, (data: Buffer) => Size> = {
  "VP8 ": (data) => ({
    width: data.readUInt16LE(6) & 0x3fff,
    height: data.readUInt16LE(8) & 0x3fff,
  }),
  VP8L: (data) => {
    const bits = data.readUInt32LE(1)
    return {
      width: (bits & 0x3fff) + 1,
      height: ((bits >>> 14) & 0x3fff) + 1,
    }
  },
  VP8X: (data) => ({
    width: data.readUIntLE(4, 3) + 1,
    height: data.readUIntLE(7, 3) + 1,
  }),
}

function sizeOf(type: string, data: Buffer): Size | undefined {
  if (data.length < 10 && type in readers && type !== "VP8L") {
    throw damaged("it has no size")
  }
  if (type === "VP8L" && data.length < 5) {
    throw damaged("it has no size")
  }
  return readers[type]?.(data)
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 0, "latin1")
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

/** The first part of a larger picture says which others follow. */
function withFlags(data: Buffer, hasOrientation: boolean): Buffer {
  const changed = Buffer.from(data)
  changed[0] &= ~(HAS_XMP | HAS_EXIF)
  changed[0] |= hasOrientation ? HAS_EXIF : 0
  return changed
}

function read(bytes: Buffer) {
  const end = bytes.readUInt32LE(4) + 8
  if (end > bytes.length) {
    throw damaged("the picture stops in the middle")
  }
  if (end < bytes.length) {
    throw damaged("something else stands behind the picture")
  }
  const kept: { type: string; data: Buffer }[] = []
  let size: Size | undefined
  let orientation: number | undefined
  let at = 12
  while (at < end) {
    const length = at + 8 <= end ? bytes.readUInt32LE(at + 4) : Infinity
    if (at + 8 + length > end) {
      throw damaged("one of its parts has a wrong length")
    }
    const type = word(bytes, at)
    const data = bytes.subarray(at + 8, at + 8 + length)
    size ??= sizeOf(type, data)
    if (KEPT.has(type)) {
      kept.push({ type, data })
    } else if (type === "EXIF") {
      orientation = readOrientation(data)
    }
    at += 8 + length + (length % 2)
  }
  const has = (...types: string[]) =>
    kept.some(({ type }) => types.includes(type))
  if (!size || !has("VP8 ", "VP8L", "ANMF")) {
    throw damaged("there is no picture in it")
  }
  const isExtended = kept[0].type === "VP8X"
  const parts = kept.map(({ type, data }) =>
    chunk(
      type,
      type === "VP8X" ? withFlags(data, orientation !== undefined) : data
    )
  )
  if (orientation && isExtended) {
    parts.push(chunk("EXIF", writeOrientation(orientation)))
  }
  const body = Buffer.concat([Buffer.from("WEBP", "latin1"), ...parts])
  const head = Buffer.alloc(8)
  head.write("RIFF", 0, "latin1")
  head.writeUInt32LE(body.length, 4)
  return { bytes: Buffer.concat([head, body]), size }
}

export const webp: Format = {
  mime: "image/webp",
  extension: "webp",
  family: "image",
  isLike: (bytes) =>
    bytes.length >= 12 &&
    word(bytes, 0) === "RIFF" &&
    word(bytes, 8) === "WEBP",
  read,
}
