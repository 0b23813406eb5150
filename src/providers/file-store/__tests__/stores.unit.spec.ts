import { once } from "node:events"
import { text } from "node:stream/consumers"
import { jpeg, mp4, png } from "../../../../simulators/files/__tests__/samples"
import { type Bed, type Provider, startBed, STORES } from "./bed"

let bed: Bed

beforeEach(async () => {
  bed = await startBed()
})
afterEach(() => bed.close())

const HOUR = 3_600_000
const ULID = "[0-9A-HJKMNP-TV-Z]{26}"

const picture = {
  filename: "products/mara-01/front.png",
  mimeType: "image/png",
  content: png().toString("base64"),
  access: "public",
} as const

const secret = {
  filename: "exports/orders.csv",
  mimeType: "text/csv",
  content: "name\nআয়েশা",
  access: "private",
} as const

const seen = async (url: string) => {
  const response = await fetch(url, { redirect: "manual" })
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, bytes }
}

describe.each(STORES)("files in %s", (name) => {
  let provider: Provider

  beforeEach(() => {
    provider = bed.provider(name)
  })

  it.each([
    ["front.png", "image/png", png()],
    ["front.jpg", "image/jpeg", jpeg()],
    ["front.jpeg", "image/jpeg", jpeg()],
    ["walk.mp4", "video/mp4", mp4()],
    ["manual.pdf", "application/pdf", Buffer.from("%PDF-1.4\n\u0000\u00ff")],
  ])("are shown at their address until deleted: %s", async (...file) => {
    const [filename, mimeType, bytes] = file
    const { key, url } = await provider.upload({
      filename,
      mimeType,
      content: bytes.toString("base64"),
      access: "public",
    })

    expect(await seen(url)).toEqual({ status: 200, bytes })

    await provider.delete({ fileKey: key })
    expect((await seen(url)).status).toBe(404)
    expect(bed.held(name)).toEqual([])
  })

  it("keep their folders, and get a name of their own", async () => {
    const first = await provider.upload(picture)
    const second = await provider.upload(picture)

    const shape = new RegExp(`^products/mara-01/front-${ULID}\\.png`)
    expect(first.key).toMatch(shape)
    expect(second.key).toMatch(shape)
    expect(first.key).not.toBe(second.key)
    expect(first.url).toContain("/products/mara-01/front-")
    expect(bed.held(name)).toHaveLength(2)
  })

  it("are deleted together, and again without harm", async () => {
    const kept = await Promise.all([
      provider.upload(picture),
      provider.upload(picture),
      provider.upload(secret),
    ])
    const all = kept.map(({ key }) => ({ fileKey: key }))

    await provider.delete(all)
    expect(bed.held(name)).toEqual([])

    await expect(provider.delete(all)).resolves.toBeUndefined()
  })

  it("are private unless they are said to be public", async () => {
    const { key, url } = await provider.upload({
      ...secret,
      access: undefined,
    })

    expect(key).toMatch(new RegExp(`^private/exports/orders-${ULID}\\.csv`))
    expect([401, 403, 404]).toContain((await seen(url)).status)
  })

  it("are shown to who has a link, for an hour", async () => {
    const { key } = await provider.upload(secret)
    const link = await provider.getPresignedDownloadUrl({ fileKey: key })

    expect(await seen(link)).toEqual({
      status: 200,
      bytes: Buffer.from(secret.content),
    })

    const other = await provider.upload(secret)
    const nameIn = (path: string) => /orders-\w{26}/.exec(path)?.[0] ?? ""
    const forged = link.replace(nameIn(key), nameIn(other.key))
    expect(forged).not.toBe(link)
    expect([401, 403, 404]).toContain((await seen(forged)).status)

    bed.clock.advance(HOUR + 1000)
    expect([401, 403]).toContain((await seen(link)).status)
  })

  it("can be read by the shop, whole and as a stream", async () => {
    for (const file of [picture, secret]) {
      const { key } = await provider.upload(file)
      const bytes = await provider.getAsBuffer({ fileKey: key })
      expect(bytes.toString("base64")).toBe(
        file === picture
          ? picture.content
          : Buffer.from(secret.content).toString("base64")
      )
    }
    const { key } = await provider.upload(secret)
    const stream = await provider.getDownloadStream({ fileKey: key })
    expect(await text(stream)).toBe(secret.content)
  })

  it("that are not there are said to be missing", async () => {
    const { key } = await provider.upload(secret)
    await provider.delete({ fileKey: key })

    for (const read of [
      provider.getAsBuffer({ fileKey: key }),
      provider.getDownloadStream({ fileKey: key }),
    ]) {
      await expect(read).rejects.toMatchObject({ type: "not_found" })
    }
  })

  it("can be written piece by piece, and deleted by the first key", async () => {
    const { writeStream, promise, fileKey, url } =
      await provider.getUploadStream({
        filename: "exports/orders.csv",
        mimeType: "text/csv",
        access: "private",
      })
    writeStream.write("name\n")
    writeStream.end("আয়েশা")
    const kept = await promise

    expect(kept.url).toBe(url)
    for (const key of [fileKey, kept.key]) {
      const bytes = await provider.getAsBuffer({ fileKey: key })
      expect(bytes.toString()).toBe(secret.content)
    }
    await provider.delete({ fileKey })
    expect(bed.held(name)).toEqual([])
  })

  it.each([
    ["../../etc/pass wd.png", /^etc\/pass-?%?/],
    ["আয়েশা.png", /./],
    [".png", /./],
  ])("have a name no store trips over: %s", async (filename, shape) => {
    const { key, url } = await provider.upload({ ...picture, filename })

    expect(key).toMatch(shape)
    expect(key).not.toMatch(/\.\.|\s|[^\x20-\x7e]/)
    expect((await seen(url)).status).toBe(200)
  })

  it("are not public in the folder of private ones", async () => {
    const wrong = { ...picture, filename: "private/front.png" }

    await expect(provider.upload(wrong)).rejects.toMatchObject({
      type: "invalid_data",
      message:
        "A public file cannot lie in the folder `private`. Choose another.",
    })
    await expect(
      Promise.resolve().then(() => provider.getUploadStream(wrong))
    ).rejects.toMatchObject({ type: "invalid_data" })
    expect(bed.held(name)).toEqual([])
  })
})

describe("a file that is written piece by piece", () => {
  it.each(["cloudinary", "imagekit"] as const)(
    "is not kept by %s when the writer gives up",
    async (name) => {
      const upload = await bed.provider(name).getUploadStream({
        filename: "orders.csv",
        mimeType: "text/csv",
      })
      upload.writeStream.write("half")
      upload.writeStream.destroy()
      await once(upload.writeStream, "close")

      await expect(upload.promise).rejects.toThrow("The upload was broken off.")
      expect(bed.held(name)).toEqual([])
    }
  )
})
