import { crc32, inflateSync } from "node:zlib"
import { colours } from "../catalogue/colours"
import { drawPicture } from "../pictures/draw"
import { type DrawingName, drawings } from "../pictures/drawings"
import { type Bitmap, encodePng } from "../pictures/png"

type Chunk = { type: string; data: Buffer }

/** Reads a PNG back the way a browser would, checksums included. */
function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    const body = png.subarray(at + 4, at + 8 + length)
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body))
    chunks.push({
      type: body.subarray(0, 4).toString("latin1"),
      data: body.subarray(4),
    })
    at += 12 + length
  }
  return chunks
}

function decode(png: Buffer): Bitmap {
  const chunks = chunksOf(png)
  const data = (type: string) =>
    chunks.find((chunk) => chunk.type === type)?.data ?? Buffer.alloc(0)
  const [width, height] = [
    data("IHDR").readUInt32BE(0),
    data("IHDR").readUInt32BE(4),
  ]
  const rows = inflateSync(data("IDAT"))
  const palette = data("PLTE")
  const pixels = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    expect(rows[y * (width + 1)]).toBe(0)
    for (let x = 0; x < width; x++) {
      const index = rows[y * (width + 1) + 1 + x]
      pixels.set(
        palette.subarray(index * 3, index * 3 + 3),
        (y * width + x) * 3
      )
    }
  }
  return { width, height, pixels }
}

describe("encodePng", () => {
  it("starts with the signature and has the chunks in order", () => {
    const png = encodePng({
      width: 1,
      height: 1,
      pixels: Uint8Array.of(9, 8, 7),
    })

    expect(png.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a")
    expect(chunksOf(png).map(({ type }) => type)).toEqual([
      "IHDR",
      "PLTE",
      "IDAT",
      "IEND",
    ])
  })

  it("keeps every pixel of a picture with few colours", () => {
    const colour = [
      [255, 0, 0],
      [0, 128, 0],
      [0, 0, 64],
      [250, 250, 250],
    ]
    const pixels = Uint8Array.from(
      Array.from({ length: 7 * 5 }, (_, at) => colour[(at * 3) % 4]).flat()
    )
    const bitmap = { width: 7, height: 5, pixels }

    expect(decode(encodePng(bitmap))).toEqual(bitmap)
  })

  it("stays close to a picture with more colours than fit", () => {
    const side = 64
    const pixels = Uint8Array.from(
      Array.from({ length: side * side }, (_, at) => [
        (at % side) * 4,
        Math.floor(at / side) * 4,
        128,
      ]).flat()
    )
    const decoded = decode(encodePng({ width: side, height: side, pixels }))
    const errors = pixels.map((value, at) =>
      Math.abs(value - decoded.pixels[at])
    )

    expect(Math.max(...errors)).toBeLessThanOrEqual(24)
  })
})

describe("drawPicture", () => {
  const pictureOf = (drawing: DrawingName) =>
    drawPicture({ drawing, ...colours.navy })

  it("draws the same bytes twice", () => {
    expect(pictureOf("earbuds").equals(pictureOf("earbuds"))).toBe(true)
  })

  it("gives each drawing a picture of its own, light enough for a phone", () => {
    const checksums = (Object.keys(drawings) as DrawingName[]).map(
      (drawing) => {
        const png = pictureOf(drawing)
        expect(png.readUInt32BE(16)).toBe(600)
        expect(png.length).toBeLessThan(60_000)
        return crc32(png)
      }
    )

    expect(new Set(checksums).size).toBe(Object.keys(drawings).length)
  }, 60_000)
})
