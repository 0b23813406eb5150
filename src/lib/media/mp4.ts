import { damaged } from "./problem"
import type { Format } from "./types"

/** What may stand at the top of such a file. */
const BOXES = new Set(
  "ftyp moov mdat free skip wide moof mfra sidx ssix styp udta meta uuid pdin prft emsg".split(
    " "
  )
)

/** MPEG-4, and not the pictures and films of others that begin alike. */
const BRAND = /^(?:iso[m2-9]|mp4[12]|avc1|M4V[ HP]|MSNV|dash|cmf[cs]|msdh)$/

const word = (bytes: Buffer, at: number) => bytes.toString("latin1", at, at + 4)

function endOfBox(bytes: Buffer, at: number): number {
  const size = at + 8 <= bytes.length ? bytes.readUInt32BE(at) : Infinity
  if (size === 0) {
    return bytes.length
  }
  if (size === 1) {
    return at + 16 <= bytes.length
      ? at + Number(bytes.readBigUInt64BE(at + 8))
      : Infinity
  }
  return at + size
}

function read(bytes: Buffer) {
  const seen = new Set<string>()
  let at = 0
  while (at < bytes.length) {
    const end = endOfBox(bytes, at)
    if (end > bytes.length || end < at + 8) {
      throw damaged("the film stops in the middle")
    }
    const type = word(bytes, at + 4)
    if (!BOXES.has(type)) {
      throw damaged("something in it is not of a film")
    }
    seen.add(type)
    at = end
  }
  if (!seen.has("moov") || !(seen.has("mdat") || seen.has("moof"))) {
    throw damaged("there is no film in it")
  }
  return { bytes }
}

export const mp4: Format = {
  mime: "video/mp4",
  extension: "mp4",
  family: "video",
  isLike: (bytes) =>
    bytes.length >= 16 &&
    word(bytes, 4) === "ftyp" &&
    BRAND.test(word(bytes, 8)),
  read,
}
