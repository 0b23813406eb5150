import { readOrientation, writeOrientation } from "./orientation"
import { damaged } from "./problem"
import type { Format, Size } from "./types"

const START = Buffer.from([0xff, 0xd8])
const END = Buffer.from([0xff, 0xd9])

const SCAN = 0xda
const EXIF = "Exif\0\0"

/** Frames of every kind but the three codes that are something else. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7

/** What a picture is drawn from, its colours with it; not what is said of it. */
function isKept(marker: number, payload: Buffer): boolean {
  const says = (text: string) =>
    payload.subarray(0, text.length).toString("latin1") === text
  switch (marker) {
    case 0xe0:
      return payload.length === 14 && says("JFIF\0")
    case 0xe2:
      return says("ICC_PROFILE\0")
    case 0xee:
      return says("Adobe")
    default:
      return !((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe)
  }
}

const segment = (marker: number, payload: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}

/** Past the coded picture; its bytes of 255 are followed by 0 or a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1]
    if (next !== 0 && next !== 0xff && !isRestart(next)) {
      return at
    }
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2)
  }
  throw damaged("the picture stops in the middle")
}

/** Phones put a second picture or a diary of their own behind the first. */
function isKnownTrailer(rest: Buffer): boolean {
  const start = rest.findIndex((byte) => byte !== 0)
  return (
    start < 0 ||
    rest.subarray(start, start + 2).equals(START) ||
    rest.subarray(-4).toString("latin1") === "SEFT"
  )
}

function sizeOf(payload: Buffer): Size {
  if (payload.length < 6) {
    throw damaged("it has no size")
  }
  return { height: payload.readUInt16BE(1), width: payload.readUInt16BE(3) }
}

/**
 * Segment by segment. Comments, places, names of cameras and whatever stands
 * behind the end of the picture stay behind; the picture itself is not touched.
 */
function read(bytes: Buffer) {
  const kept: Buffer[] = [START]
  let size: Size | undefined
  let hasScan = false
  let at = 2
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) {
      at++
    }
    if (bytes[at] !== 0xff || at + 1 >= bytes.length) {
      throw damaged("the picture stops in the middle")
    }
    const marker = bytes[at + 1]
    if (marker === END[1]) {
      at += 2
      break
    }
    const end = at + 4 <= bytes.length ? at + 2 + bytes.readUInt16BE(at + 2) : 0
    if (end < at + 4 || end > bytes.length || isRestart(marker)) {
      throw damaged("one of its parts has a wrong length")
    }
    const payload = bytes.subarray(at + 4, end)
    if (isFrame(marker)) {
      size = sizeOf(payload)
    }
    if (isKept(marker, payload)) {
      kept.push(bytes.subarray(at, end))
    } else if (marker === 0xe1 && payload.toString("latin1", 0, 6) === EXIF) {
      const orientation = readOrientation(payload.subarray(6))
      if (orientation) {
        kept.push(
          segment(
            marker,
            Buffer.concat([
              Buffer.from(EXIF, "latin1"),
              writeOrientation(orientation),
            ])
          )
        )
      }
    }
    at = end
    if (marker === SCAN) {
      hasScan = true
      at = endOfScan(bytes, end)
      kept.push(bytes.subarray(end, at))
    }
  }
  if (!size || !hasScan) {
    throw damaged("there is no picture in it")
  }
  if (!isKnownTrailer(bytes.subarray(at))) {
    throw damaged("something else stands behind the picture")
  }
  return { bytes: Buffer.concat([...kept, END]), size }
}

export const jpeg: Format = {
  mime: "image/jpeg",
  extension: "jpg",
  family: "image",
  isLike: (bytes) =>
    bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  read,
}
