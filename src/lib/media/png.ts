import { crc32 } from "node:zlib"
import { readOrientation, writeOrientation } from "./orientation"
import { damaged } from "./problem"
import type { Format, Size } from "./types"

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1")

/** What a picture is drawn from, moving ones included. */
const KEPT = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT pHYs bKGD acTL fcTL fdAT".split(
    " "
  )
)

/** A part whose first letter is large cannot be left out. */
const isCritical = (type: string) => /^[A-Z]/.test(type)

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** Part by part, each with its check sum. What is said of it stays behind. */
function read(bytes: Buffer) {
  const kept: Buffer[] = [SIGNATURE]
  const seen = new Set<string>()
  let size: Size | undefined
  let at = SIGNATURE.length
  while (!seen.has("IEND")) {
    const length = at + 12 <= bytes.length ? bytes.readUInt32BE(at) : Infinity
    const end = at + 12 + length
    if (end > bytes.length) {
      throw damaged("the picture stops in the middle")
    }
    const type = bytes.toString("latin1", at + 4, at + 8)
    if (
      !/^[A-Za-z]{4}$/.test(type) ||
      crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)
    ) {
      throw damaged("a check sum is wrong")
    }
    const data = bytes.subarray(at + 8, end - 4)
    if ((type === "IHDR") !== (seen.size === 0)) {
      throw damaged("its parts are not in order")
    }
    if (type === "IHDR") {
      if (length !== 13) {
        throw damaged("it has no size")
      }
      size = { width: data.readUInt32BE(0), height: data.readUInt32BE(4) }
    }
    if (KEPT.has(type)) {
      kept.push(bytes.subarray(at, end))
    } else if (isCritical(type)) {
      throw damaged(`the part ${type} is not known`)
    } else if (type === "eXIf") {
      const orientation = readOrientation(data)
      if (orientation) {
        kept.push(chunk(type, writeOrientation(orientation)))
      }
    }
    seen.add(type)
    at = end
  }
  if (!size || !seen.has("IDAT")) {
    throw damaged("there is no picture in it")
  }
  if (at !== bytes.length) {
    throw damaged("something else stands behind the picture")
  }
  return { bytes: Buffer.concat(kept), size }
}

export const png: Format = {
  mime: "image/png",
  extension: "png",
  family: "image",
  isLike: (bytes) => bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE),
  read,
}
