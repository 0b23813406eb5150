/** Which way up a camera was held: 1 to 8, in EXIF's tag 0x0112. */
export type Orientation = number

const TAG = 0x0112
const UPRIGHT = 1

const isOrientation = (value: number) => value > UPRIGHT && value <= 8

/** From a block of EXIF that begins with its byte order; nothing when upright. */
export function readOrientation(tiff: Buffer): Orientation | undefined {
  const order = tiff.subarray(0, 2).toString("latin1")
  if (tiff.length < 14 || (order !== "II" && order !== "MM")) {
    return undefined
  }
  const little = order === "II"
  const short = (at: number) =>
    little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (first + 2 > tiff.length) {
    return undefined
  }
  for (let entry = 0; entry < short(first); entry++) {
    const at = first + 2 + entry * 12
    if (at + 12 > tiff.length) {
      return undefined
    }
    if (short(at) === TAG) {
      const value = short(at + 8)
      return isOrientation(value) ? value : undefined
    }
  }
  return undefined
}

/** A block of EXIF that says this and nothing else. */
export function writeOrientation(orientation: Orientation): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write("MM\0*", 0, "latin1")
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(TAG, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}
