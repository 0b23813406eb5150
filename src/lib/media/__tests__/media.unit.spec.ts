import { MediaProblem, readCsv, readMedia } from ".."
import {
  box,
  exif,
  exifSegment,
  ftyp,
  jpegSegment,
  largeWebp,
  LIMITS,
  lossyWebp,
  pngChunk,
  sampleJpeg,
  sampleMp4,
  samplePng,
  sampleWebm,
  sampleWebp,
  webpChunk,
} from "./samples"

const text = (value: string) => Buffer.from(value, "latin1")

const SCRIPT = text("<script>alert(1)</script>")

const codeOf = (bytes: Buffer, limits = LIMITS) => {
  try {
    const { mime } = readMedia(bytes, limits)
    return mime
  } catch (error) {
    return error instanceof MediaProblem ? error.code : error
  }
}

describe("what bytes are", () => {
  it.each([
    ["a JPEG", sampleJpeg({ width: 30, height: 20 }), "image/jpeg", "jpg"],
    ["a PNG", samplePng({ width: 30, height: 20 }), "image/png", "png"],
    [
      "a WebP without loss",
      sampleWebp({ width: 30, height: 20 }),
      "image/webp",
      "webp",
    ],
    [
      "a WebP with loss",
      lossyWebp({ width: 30, height: 20 }),
      "image/webp",
      "webp",
    ],
    [
      "a large WebP",
      largeWebp({ width: 30, height: 20 }, 0),
      "image/webp",
      "webp",
    ],
  ])("%s", (_, bytes, mime, extension) => {
    expect(readMedia(bytes, LIMITS)).toEqual({
      mime,
      extension,
      family: "image",
      size: { width: 30, height: 20 },
      bytes,
    })
  })

  it.each([
    ["an MP4", sampleMp4(), "video/mp4", "mp4"],
    [
      "an MP4 of a phone",
      sampleMp4("mp42", box("free"), box("uuid", SCRIPT)),
      "video/mp4",
      "mp4",
    ],
    ["a WebM", sampleWebm(), "video/webm", "webm"],
    [
      "a WebM of unknown length",
      sampleWebm("webm", true),
      "video/webm",
      "webm",
    ],
  ])("%s", (_, bytes, mime, extension) => {
    expect(readMedia(bytes, LIMITS)).toEqual({
      mime,
      extension,
      family: "video",
      bytes,
    })
  })

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["an SVG", text("<svg xmlns='http://www.w3.org/2000/svg'/>")],
    ["HTML", text("<!doctype html><script>alert(1)</script>")],
    ["a GIF", text("GIF89a\x01\x00\x01\x00")],
    ["a PDF", text("%PDF-1.7")],
    ["a program", text("MZ\x90\x00")],
    ["a ZIP", text("PK\x03\x04")],
    ["a WAV", text("RIFF\x04\x00\x00\x00WAVE")],
    ["a HEIC", Buffer.concat([ftyp("heic"), box("moov")])],
    ["a QuickTime film", Buffer.concat([ftyp("qt  "), box("moov")])],
    ["a Matroska film", sampleWebm("matroska")],
    ["three bytes of a PNG", text("\x89PN")],
    ["spaces before a JPEG", Buffer.concat([text("  "), sampleJpeg()])],
  ])("refuses %s", (_, bytes) => {
    expect(codeOf(bytes)).toBe("file_type_not_allowed")
  })
})

describe("two files in one", () => {
  it.each([
    ["HTML behind a JPEG", Buffer.concat([sampleJpeg(), SCRIPT])],
    ["a ZIP behind a JPEG", Buffer.concat([sampleJpeg(), text("PK\x03\x04")])],
    ["HTML behind a PNG", Buffer.concat([samplePng(), SCRIPT])],
    ["HTML behind a WebP", Buffer.concat([sampleWebp(), SCRIPT])],
    ["HTML behind an MP4", Buffer.concat([sampleMp4(), SCRIPT])],
    ["a strange box in an MP4", sampleMp4("isom", box("<!--", SCRIPT))],
    ["HTML behind a WebM", Buffer.concat([sampleWebm(), SCRIPT])],
  ])("refuses %s", (_, bytes) => {
    expect(codeOf(bytes)).toBe("file_damaged")
  })

  it.each([
    [
      "a JPEG",
      sampleJpeg(
        {},
        jpegSegment(0xfe, SCRIPT),
        jpegSegment(0xe1, SCRIPT),
        jpegSegment(0xe2, SCRIPT)
      ),
      sampleJpeg(),
    ],
    [
      "a PNG",
      samplePng({}, pngChunk("tEXt", SCRIPT), pngChunk("juNk", SCRIPT)),
      samplePng(),
    ],
    [
      "a WebP",
      largeWebp({}, 0x0c, webpChunk("XMP ", SCRIPT), webpChunk("JUNK", SCRIPT)),
      largeWebp({}, 0),
    ],
  ])("leaves behind what is said of %s", (_, bytes, kept) => {
    expect(readMedia(bytes, LIMITS).bytes).toEqual(kept)
  })

  it.each([
    ["a second picture", sampleJpeg()],
    [
      "zeros and a second picture",
      Buffer.concat([Buffer.alloc(8), sampleJpeg()]),
    ],
    ["a diary", text("Image_UTC_Data1700000000000SEFT")],
  ])("cuts off %s that a phone put behind its picture", (_, rest) => {
    expect(
      readMedia(Buffer.concat([sampleJpeg(), rest]), LIMITS).bytes
    ).toEqual(sampleJpeg())
  })
})

describe("which way up a picture was taken", () => {
  const NAIROBI = "Nairobi"

  it.each([
    ["a JPEG", sampleJpeg({}, exifSegment(6))],
    ["a PNG", samplePng({}, pngChunk("eXIf", exif(6, false)))],
    ["a WebP", largeWebp({}, 0x08, webpChunk("EXIF", exif(6)))],
  ])("is kept in %s, and where is not", (_, bytes) => {
    const kept = readMedia(bytes, LIMITS).bytes
    expect(bytes.includes(NAIROBI)).toBe(true)
    expect(kept.includes(NAIROBI)).toBe(false)
    const at = kept.indexOf("MM\0*")
    expect(kept.readUInt16BE(at + 18)).toBe(6)
    expect(readMedia(kept, LIMITS).bytes).toEqual(kept)
  })

  it.each([0, 1, 9])("is left out when it is %s", (orientation) => {
    expect(
      readMedia(sampleJpeg({}, exifSegment(orientation)), LIMITS).bytes
    ).toEqual(sampleJpeg())
  })
})

describe("a damaged file", () => {
  const wrongSum = samplePng()
  wrongSum[wrongSum.length - 1] ^= 1
  const noPoints = Buffer.concat([
    samplePng().subarray(0, 33),
    pngChunk("IEND", Buffer.alloc(0)),
  ])

  it.each([
    ["a PNG with a wrong check sum", wrongSum],
    ["a PNG without points", noPoints],
    [
      "a PNG with an unknown critical part",
      samplePng({}, pngChunk("EVIL", SCRIPT)),
    ],
    ["a PNG that begins twice", samplePng({}, samplePng().subarray(8, 33))],
    ["a PNG without size", samplePng({ width: 0 })],
    ["a JPEG without a picture", Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
    [
      "a JPEG with a wrong length",
      sampleJpeg({}, Buffer.from([0xff, 0xe5, 0xff, 0xff])),
    ],
    [
      "a WebP whose flags are all",
      Buffer.from("RIFF\x04\x00\x00\x00WEBP", "latin1"),
    ],
    ["an MP4 without a film", Buffer.concat([ftyp("isom"), box("free")])],
    [
      "an MP4 whose box is smaller than its head",
      sampleMp4("isom", text("\x00\x00\x00\x04mdat")),
    ],
  ])("is refused: %s", (_, bytes) => {
    expect(codeOf(bytes)).toBe("file_damaged")
  })

  it.each([
    ["JPEG", sampleJpeg()],
    ["PNG", samplePng()],
    ["WebP", sampleWebp()],
    ["MP4", sampleMp4()],
    ["WebM", sampleWebm()],
  ])("is refused wherever a %s is cut, and never crashes", (_, bytes) => {
    for (let length = 0; length < bytes.length; length++) {
      expect(["file_damaged", "file_type_not_allowed"]).toContain(
        codeOf(bytes.subarray(0, length))
      )
    }
  })

  it.each([
    ["JPEG", sampleJpeg({}, exifSegment(6))],
    ["PNG", samplePng()],
    ["WebP", largeWebp({}, 0x08, webpChunk("EXIF", exif(6)))],
    ["MP4", sampleMp4()],
    ["WebM", sampleWebm()],
  ])("never crashes, whichever byte of a %s is another", (_, bytes) => {
    for (let at = 0; at < bytes.length; at++) {
      for (const value of [0, 1, 0x7f, 0x80, 0xff]) {
        const changed = Buffer.from(bytes)
        changed[at] = value
        expect(typeof codeOf(changed)).toBe("string")
      }
    }
  })
})

describe("limits", () => {
  it("are of the whole file, as it was sent", () => {
    const large = samplePng({}, pngChunk("tEXt", Buffer.alloc(6_000)))
    expect(codeOf(large)).toBe("file_too_large")
    expect(codeOf(sampleMp4("isom", box("free", Buffer.alloc(6_000))))).toBe(
      "file_too_large"
    )
    expect(codeOf(large, { ...LIMITS, image: 10_000 })).toBe("image/png")
  })

  it.each([
    [12_000, 1, "image/png"],
    [12_001, 1, "image_too_large"],
    [1, 12_001, "image_too_large"],
    [10_000, 6_000, "image/png"],
    [10_000, 6_001, "image_too_large"],
    [4_000_000_000, 4_000_000_000, "image_too_large"],
  ])("of %s × %s points: %s", (width, height, code) => {
    expect(codeOf(samplePng({ width, height }))).toBe(code)
  })
})

describe("a table", () => {
  it("is text", () => {
    const bytes = Buffer.from("Product Title,Preis\r\nসাইকেল\t,5\n")
    expect(readCsv(bytes, LIMITS)).toEqual({
      mime: "text/csv",
      extension: "csv",
      family: "table",
      bytes,
    })
  })

  it.each([
    ["a page", SCRIPT, "file_damaged"],
    ["a page behind a mark", Buffer.from("\ufeff \n<html>"), "file_damaged"],
    ["a picture", samplePng(), "file_damaged"],
    ["a zero", text("a,b\0"), "file_damaged"],
    ["too long", Buffer.alloc(6_000, "a"), "file_too_large"],
  ])("is not %s", (_, bytes, code) => {
    expect(() => readCsv(bytes, LIMITS)).toThrow(
      expect.objectContaining({ code })
    )
  })
})
