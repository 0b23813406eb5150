import { damaged } from "./problem"
import type { Format } from "./types"

const HEADER = 0x1a45dfa3
const DOC_TYPE = 0x4282
const SEGMENT = 0x18538067
const VOID = 0xec

type Element = { id: number; data: number; end: number }

/** How many bytes a number of this format has is said by its leading zeros. */
const widthOf = (first: number) => Math.clz32(first) - 23

function element(bytes: Buffer, at: number, limit: number): Element {
  const idWidth = widthOf(bytes[at] ?? 0)
  const sizeAt = at + idWidth
  const sizeWidth = widthOf(bytes[sizeAt] ?? 0)
  const data = sizeAt + sizeWidth
  if (idWidth > 4 || sizeWidth > 8 || data > limit) {
    throw damaged("the film stops in the middle")
  }
  const raw = bytes.subarray(sizeAt, data)
  const isOpen =
    raw[0] === 2 ** (9 - sizeWidth) - 1 &&
    raw.subarray(1).every((byte) => byte === 0xff)
  let size = raw[0] & (2 ** (8 - sizeWidth) - 1)
  for (const byte of raw.subarray(1)) {
    size = size * 256 + byte
  }
  const end = isOpen ? limit : data + size
  if (end > limit) {
    throw damaged("the film stops in the middle")
  }
  return { id: bytes.readUIntBE(at, idWidth), data, end }
}

function docTypeOf(bytes: Buffer): string | undefined {
  const { data, end } = element(bytes, 0, bytes.length)
  for (let at = data; at < end;) {
    const child = element(bytes, at, end)
    if (child.id === DOC_TYPE) {
      return bytes.toString("latin1", child.data, child.end).replace(/\0+$/, "")
    }
    at = child.end
  }
  return undefined
}

function read(bytes: Buffer) {
  let hasSegment = false
  let at = element(bytes, 0, bytes.length).end
  while (at < bytes.length) {
    const { id, end } = element(bytes, at, bytes.length)
    if (id !== SEGMENT && id !== VOID) {
      throw damaged("something in it is not of a film")
    }
    hasSegment ||= id === SEGMENT
    at = end
  }
  if (!hasSegment) {
    throw damaged("there is no film in it")
  }
  return { bytes }
}

const isLike = (bytes: Buffer) => {
  if (bytes.length < 5 || bytes.readUInt32BE(0) !== HEADER) {
    return false
  }
  try {
    return docTypeOf(bytes) === "webm"
  } catch {
    return false
  }
}

export const webm: Format = {
  mime: "video/webm",
  extension: "webm",
  family: "video",
  isLike,
  read,
}
