import { crc32, deflateSync } from "node:zlib"

/** Whole files of a few bytes, for whoever looks at more than the beginning. */

const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes
}

function chunk(type: string, data: Buffer) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data])
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))])
}

/** One pixel of a colour. */
export const png = (colour = 0x0f766e) =>
  Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk(
      "IHDR",
      Buffer.concat([uint32(1), uint32(1), Buffer.from([8, 2, 0, 0, 0])])
    ),
    chunk("IDAT", deflateSync(Buffer.from([0, ...uint32(colour).subarray(1)]))),
    chunk("IEND", Buffer.alloc(0)),
  ])

const segment = (marker: number, ...data: number[]) =>
  Buffer.from([0xff, marker, 0, data.length + 2, ...data])

/** One grey pixel: quantization, frame, one code of each table, scan, end. */
export const jpeg = () =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0),
    segment(0xdb, 0, ...Array<number>(64).fill(1)),
    segment(0xc0, 8, 0, 1, 0, 1, 1, 1, 0x11, 0),
    segment(0xc4, 0x00, 1, ...Array<number>(15).fill(0), 0),
    segment(0xc4, 0x10, 1, ...Array<number>(15).fill(0), 0),
    segment(0xda, 1, 1, 0, 0, 63, 0),
    Buffer.from([0x3f, 0xff, 0xd9]),
  ])

const box = (type: string, ...content: Buffer[]) => {
  const data = Buffer.concat(content)
  return Buffer.concat([
    uint32(data.length + 8),
    Buffer.from(type, "latin1"),
    data,
  ])
}

/** A film of no length, with its header. */
export const mp4 = () =>
  Buffer.concat([
    box(
      "ftyp",
      Buffer.from("isom", "latin1"),
      uint32(512),
      Buffer.from("isommp42", "latin1")
    ),
    box("moov", box("mvhd", Buffer.alloc(12), uint32(1000), Buffer.alloc(84))),
    box("mdat", Buffer.from("duka")),
  ])
