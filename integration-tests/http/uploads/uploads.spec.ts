import { request } from "node:http"
import {
  box,
  exifSegment,
  pngChunk,
  sampleJpeg,
  sampleMp4,
  samplePng,
  sampleWebm,
  sampleWebp,
} from "../../../src/lib/media/__tests__/samples"
import { type Json, unique, useShop } from "../../support"

const shop = useShop()

type File = { id: string; url: string }
type Sent = { name: string; bytes: Buffer; type?: string }
type Answer = {
  files?: File[]
  code?: string
  message?: string
  details?: { field: string; message: string }[]
}

function send(files: Sent[], fields: Record<string, string> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    form.append(name, value)
  }
  for (const { name, bytes, type = "image/png" } of files) {
    form.append("files", new Blob([bytes], { type }), name)
  }
  return shop.admin<Answer>("/uploads", { body: form })
}

async function stored(file: File) {
  const answer = await fetch(file.url)
  return {
    type: answer.headers.get("content-type"),
    sniff: answer.headers.get("x-content-type-options"),
    bytes: Buffer.from(await answer.arrayBuffer()),
  }
}

const remove = ({ id }: File) =>
  shop.admin(`/uploads/${encodeURIComponent(id)}`, { method: "DELETE" })

const nameOf = ({ url }: File) =>
  new URL(url).pathname.replace(/^\/static\/(.*\/)?\d+-/, "$1")

describe("an upload", () => {
  it.each([
    ["a JPEG", sampleJpeg(), "image/jpeg", "jpg"],
    ["a PNG", samplePng(), "image/png", "png"],
    ["a WebP", sampleWebp(), "image/webp", "webp"],
    ["an MP4", sampleMp4(), "video/mp4", "mp4"],
    ["a WebM", sampleWebm(), "video/webm", "webm"],
  ])("of %s is kept as what it is", async (_, bytes, type, extension) => {
    const { status, body } = await send([
      { name: "Ölkanne & Co.JPEG", bytes, type: "text/html" },
    ])
    expect(status).toBe(200)
    const [file] = body.files ?? []
    expect(nameOf(file)).toBe(`olkanne-co.${extension}`)
    expect(await stored(file)).toEqual({ type, sniff: "nosniff", bytes })

    expect((await remove(file)).status).toBe(200)
    expect((await fetch(file.url)).status).toBe(404)
  })

  it("of several files answers in their order", async () => {
    const { body } = await send([
      { name: "one.png", bytes: samplePng() },
      { name: "two.jpg", bytes: sampleJpeg() },
    ])
    expect(body.files?.map(nameOf)).toEqual(["one.png", "two.jpg"])
    await Promise.all((body.files ?? []).map(remove))
  })

  it("keeps the picture, and not where it was taken", async () => {
    const taken = sampleJpeg({}, exifSegment(6))
    const { body } = await send([{ name: "phone.jpg", bytes: taken }])
    const [file] = body.files ?? []
    const { bytes } = await stored(file)
    expect(taken.includes("Nairobi")).toBe(true)
    expect(bytes.includes("Nairobi")).toBe(false)
    expect(bytes.includes("Exif")).toBe(true)
    await remove(file)
  })

  it("for a product is kept under its name", async () => {
    const sku = unique("SKU").toUpperCase()
    const handle = unique("watch")
    const product = await shop.fixtures.product({
      handle,
      variants: [{ sku }],
    })
    const { body } = await send([{ name: "Front.png", bytes: samplePng() }], {
      product_id: product.id,
    })
    const [file] = body.files ?? []
    expect(nameOf(file)).toBe(
      `products/${handle}-${sku.toLowerCase()}/front.png`
    )
    expect((await stored(file)).bytes).toEqual(samplePng())
    await remove(file)
    expect((await fetch(file.url)).status).toBe(404)
  })

  it("for a product that is not there is refused", async () => {
    const { status, body } = await send(
      [{ name: "front.png", bytes: samplePng() }],
      { product_id: "prod_none" }
    )
    expect(status).toBe(404)
    expect(body).toMatchObject({
      code: "product_not_found",
      details: [{ field: "product_id" }],
    })
  })
})

describe("an upload is refused, whatever it is called,", () => {
  const script = Buffer.from("<script>alert(1)</script>")

  it.each([
    ["an SVG", Buffer.from("<svg/>"), "file_type_not_allowed"],
    ["a page", script, "file_type_not_allowed"],
    [
      "a page behind a picture",
      Buffer.concat([samplePng(), script]),
      "file_damaged",
    ],
    ["half a picture", samplePng().subarray(0, 50), "file_damaged"],
    [
      "a picture of 13,000 points",
      samplePng({ width: 13_000 }),
      "image_too_large",
    ],
    [
      "an image of more than 5 MB",
      samplePng({}, pngChunk("tEXt", Buffer.alloc(5 * 1024 * 1024))),
      "file_too_large",
    ],
    [
      "a video of more than 50 MB",
      sampleMp4("isom", box("free", Buffer.alloc(50 * 1024 * 1024))),
      "file_too_large",
    ],
  ])("when it is %s", async (_, bytes, code) => {
    const { status, body } = await send([{ name: "photo.png", bytes }])
    expect(status).toBe(400)
    expect(body.code).toBe(code)
    expect(body.details).toEqual([
      { field: "files.0", message: expect.any(String) },
    ])
    expect(body.message).toMatch(/^photo\.png: /)
  })

  it("and nothing is kept when one of several is bad", async () => {
    const name = unique("good")
    const { status, body } = await send([
      { name: `${name}.png`, bytes: samplePng() },
      { name: "bad.png", bytes: script },
    ])
    expect(status).toBe(400)
    expect(body.details?.map(({ field }) => field)).toEqual(["files.1"])
    expect(
      (await send([{ name: `${name}.png`, bytes: samplePng() }])).status
    ).toBe(200)
  })

  it("when there is none, or there are too many", async () => {
    expect((await send([])).status).toBe(400)
    const { status, body } = await send(
      Array.from({ length: 21 }, () => ({ name: "a.png", bytes: samplePng() }))
    )
    expect([status, body.code]).toEqual([400, "too_many_files"])
  })

  it("when nobody is logged in, before anything is read", async () => {
    const form = new FormData()
    form.append("files", new Blob([samplePng()]), "a.png")
    const { status } = await shop.call("/admin/uploads", { body: form })
    expect(status).toBe(401)
  })
})

describe("a path in a name", () => {
  it.each([
    "../../etc/passwd.png",
    "..\\..\\boot.png",
    "/abs/lute.png",
    "..png",
  ])("leads nowhere: %s", async (name) => {
    const { body } = await send([{ name, bytes: samplePng() }])
    const [file] = body.files ?? []
    expect(nameOf(file)).toMatch(/^[a-z0-9-]+\.png$/)
    await remove(file)
  })

  it("to delete leads nowhere either", async () => {
    const { status } = await shop.admin(
      `/uploads/${encodeURIComponent("../package.json")}`,
      { method: "DELETE" }
    )
    expect(status).toBe(400)
    expect((await shop.call("/health")).status).toBe(200)
  })
})

describe("the length of a request", () => {
  /** What fetch would not send: a request that lies about itself, or says nothing. */
  async function raw(headers: Record<string, string>) {
    const { token } = await shop.asAdmin()
    return new Promise<{ status?: number; body: Json }>((resolve, reject) => {
      const target = new URL("/admin/uploads", shop.url)
      const sent = request(
        target,
        {
          method: "POST",
          headers: {
            authorization: `Bearer ${token}`,
            "content-type": "multipart/form-data; boundary=b",
            ...headers,
          },
        },
        (answer) => {
          let text = ""
          answer.on("data", (part) => (text += part))
          answer.on("end", () =>
            resolve({ status: answer.statusCode, body: JSON.parse(text) })
          )
        }
      )
      sent.on("error", reject)
      sent.write("--b\r\n")
      if (headers["transfer-encoding"]) {
        sent.end()
      }
    })
  }

  it("is known before anything is read", async () => {
    const { status, body } = await raw({ "transfer-encoding": "chunked" })
    expect([status, body.code]).toEqual([411, "length_required"])
  })

  it("is no more than one video and a little", async () => {
    const { status, body } = await raw({
      "content-length": String(60 * 1024 * 1024),
    })
    expect([status, body.code]).toEqual([413, "body_too_large"])
    expect(body.message).toBe("One request may bring 51 MB.")
  })
})

describe("a table for the import", () => {
  const csv = Buffer.from("Product Handle,Product Title\nwatch,Watch\n")

  it("goes with the other files", async () => {
    const { status, body } = await send([
      { name: "Products.CSV", bytes: csv, type: "text/csv" },
    ])
    expect(status).toBe(200)
    const [file] = body.files ?? []
    expect(nameOf(file)).toBe("products.csv")
    expect((await stored(file)).bytes).toEqual(csv)
    await remove(file)
  })

  it("is text", async () => {
    const { status, body } = await send([
      { name: "products.csv", bytes: Buffer.from("<html>"), type: "text/csv" },
    ])
    expect([status, body.code]).toEqual([400, "file_damaged"])
  })

  it("may go straight into a store, and nothing else may", async () => {
    const ask = (mime_type: string, size: number) =>
      shop.admin<Answer>("/uploads/presigned-urls", {
        body: { originalname: "products.csv", mime_type, size },
      })
    expect((await ask("text/csv", csv.length)).status).toBe(200)
    for (const type of ["image/svg+xml", "text/html", "image/png"]) {
      expect((await ask(type, 10)).body).toMatchObject({
        code: "file_type_not_allowed",
        details: [{ field: "mime_type" }],
      })
    }
    expect((await ask("text/csv", 11 * 1024 * 1024)).body).toMatchObject({
      code: "file_too_large",
      details: [{ field: "size" }],
    })
  })
})
