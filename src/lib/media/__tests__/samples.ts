import { crc32, deflateSync } from "node:zlib"

export const LIMITS = { image: 5_000, video: 5_000, table: 5_000 }

const u16 = (value: number) => Buffer.from([value >> 8, value & 255])
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const u32le = (value: number) => Buffer.from(u32(value)).reverse()
const latin1 = (text: string) => Buffer.from(text, "latin1")

type Size = { width?: number; height?: number }

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([latin1(type), data])
  return Buffer.concat([u32(data.length), body, u32(crc32(body))])
}

export const PNG_START = latin1("\x89PNG\r\n\x1a\n")

/** A grey picture; further parts stand before the points. */
export const samplePng = (
  { width = 1, height = 1 }: Size = {},
  ...parts: Buffer[]
) =>
  Buffer.concat([
    PNG_START,
    pngChunk(
      "IHDR",
      Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])])
    ),
    ...parts,
    pngChunk("IDAT", deflateSync(Buffer.from([0, 128]))),
    pngChunk("IEND", Buffer.alloc(0)),
  ])

export const jpegSegment = (marker: number, payload: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(payload.length + 2), payload])

export const JFIF = jpegSegment(
  0xe0,
  Buffer.concat([latin1("JFIF\0"), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])])
)

const frame = ({ width = 1, height = 1 }: Size) =>
  jpegSegment(
    0xc0,
    Buffer.concat([
      Buffer.from([8]),
      u16(height),
      u16(width),
      Buffer.from([1, 1, 0x11, 0]),
    ])
  )

const SCAN = Buffer.concat([
  jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  // A coded 255, a restart, and a 255 that fills.
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
])

export const sampleJpeg = (size: Size = {}, ...segments: Buffer[]) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    JFIF,
    ...segments,
    jpegSegment(0xdb, Buffer.alloc(65, 1)),
    frame(size),
    jpegSegment(0xc4, Buffer.alloc(20, 1)),
    SCAN,
    Buffer.from([0xff, 0xd9]),
  ])

/** As cameras write it: a place, and which way up it was held. */
export function exif(orientation: number, little = true): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + 16)
  const short = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  tiff.write(little ? "II" : "MM", 0, "latin1")
  short(42, 2)
  long(8, 4)
  short(2, 8)
  short(0x010f, 10)
  short(2, 12)
  long(16, 14)
  long(38, 18)
  short(0x0112, 22)
  short(3, 24)
  long(1, 26)
  short(orientation, 30)
  tiff.write("Nairobi, -1.2864", 38, "latin1")
  return tiff
}

export const exifSegment = (orientation: number) =>
  jpegSegment(0xe1, Buffer.concat([latin1("Exif\0\0"), exif(orientation)]))

export const webpChunk = (type: string, data: Buffer) =>
  Buffer.concat([
    latin1(type),
    u32le(data.length),
    data,
    Buffer.alloc(data.length % 2),
  ])

const riff = (...chunks: Buffer[]) => {
  const body = Buffer.concat([latin1("WEBP"), ...chunks])
  return Buffer.concat([latin1("RIFF"), u32le(body.length), body])
}

const lossless = ({ width = 1, height = 1 }: Size) =>
  webpChunk(
    "VP8L",
    Buffer.concat([
      Buffer.from([0x2f]),
      u32le((width - 1) | ((height - 1) << 14)),
      Buffer.from([0, 1, 2]),
    ])
  )

export const sampleWebp = (size: Size = {}) => riff(lossless(size))

export const lossyWebp = ({ width = 1, height = 1 }: Size = {}) =>
  riff(
    webpChunk(
      "VP8 ",
      Buffer.concat([
        Buffer.from([0x30, 0, 0, 0x9d, 0x01, 0x2a]),
        Buffer.from([width & 255, width >> 8, height & 255, height >> 8]),
        Buffer.from([7]),
      ])
    )
  )

export const largeWebp = (
  { width = 1, height = 1 }: Size = {},
  flags: number,
  ...chunks: Buffer[]
) =>
  riff(
    webpChunk(
      "VP8X",
      Buffer.concat([
        u32le(flags),
        u32le(width - 1).subarray(0, 3),
        u32le(height - 1).subarray(0, 3),
      ])
    ),
    lossless({ width, height }),
    ...chunks
  )

export const box = (type: string, data: Buffer = Buffer.alloc(0)) =>
  Buffer.concat([u32(data.length + 8), latin1(type), data])

export const ftyp = (brand: string) =>
  box("ftyp", Buffer.concat([latin1(brand), u32(0), latin1(brand)]))

export const sampleMp4 = (brand = "isom", ...boxes: Buffer[]) =>
  Buffer.concat([
    ftyp(brand),
    box("moov", Buffer.alloc(8)),
    ...boxes,
    box("mdat", Buffer.alloc(4)),
  ])

const ebml = (id: number[], data: Buffer) =>
  Buffer.concat([Buffer.from(id), Buffer.from([0x80 | data.length]), data])

export const sampleWebm = (docType = "webm", open = false) =>
  Buffer.concat([
    ebml(
      [0x1a, 0x45, 0xdf, 0xa3],
      Buffer.concat([
        ebml([0x42, 0x86], Buffer.from([1])),
        ebml([0x42, 0x82], latin1(docType)),
      ])
    ),
    Buffer.from([0x18, 0x53, 0x80, 0x67]),
    open
      ? Buffer.from([0x01, ...Array<number>(7).fill(0xff)])
      : Buffer.from([0x84]),
    Buffer.from([1, 2, 3, 4]),
  ])
