import { crc32, deflateSync } from "node:zlib"
import { toPalette } from "./palette"

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const BIT_DEPTH = 8
const INDEXED = 3

/** Eight bits each of red, green and blue, row by row from the top. */
export type Bitmap = { width: number; height: number; pixels: Uint8Array }

function chunk(type: string, data: Uint8Array) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

function header(width: number, height: number) {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([BIT_DEPTH, INDEXED], 8)
  return data
}

/** Each row is led by its filter: 0, none, which suits numbers of colours. */
function rows(width: number, height: number, indices: Uint8Array) {
  const data = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    data.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  }
  return data
}

/** Stores a drawing with 256 of its colours: a third of the bytes. */
export function encodePng(bitmap: Bitmap): Buffer {
  const { width, height, indices, palette } = toPalette(bitmap)
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header(width, height)),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows(width, height, indices), { level: 7 })),
    chunk("IEND", Buffer.alloc(0)),
  ])
}
