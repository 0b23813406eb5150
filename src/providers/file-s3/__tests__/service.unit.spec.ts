import { png } from "../../../../simulators/files/__tests__/samples"
import { type Bed, startBed } from "../../file-store/__tests__/bed"

let bed: Bed

beforeEach(async () => {
  bed = await startBed()
})
afterEach(() => bed.close())

const picture = {
  filename: "products/mara-01/front.png",
  mimeType: "image/png",
  content: png().toString("base64"),
  access: "public",
} as const

const table = {
  filename: "01K.csv",
  mimeType: "text/csv",
  access: "private",
} as const

const put = (url: string) =>
  fetch(url, {
    method: "PUT",
    body: "name,price",
    headers: { "content-type": "text/csv" },
  })

const facts = () =>
  bed.sim("s3").behaviour.holds?.() as { files: Record<string, unknown>[] }

it("sends what a browser and a CDN need, and neither ACL nor checksum", async () => {
  const { key } = await bed.provider("s3").upload(picture)

  expect(facts().files).toEqual([
    {
      name: `duka-files/${key}`,
      bytes: png().length,
      type: "image/png",
      access: "bucket",
      cache: "public, max-age=31536000",
      metadata: { "original-filename": encodeURIComponent(picture.filename) },
    },
  ])
})

it("sends an ACL where the store needs one", async () => {
  const asked = bed.provider("s3", { s3: { acl: true } })
  await expect(asked.upload(picture)).rejects.toThrow(
    "The S3 store failed (HTTP 501)."
  )

  bed.sim("s3").configure({ acl: "honoured" })
  const provider = bed.provider("s3", {
    s3: { acl: true, private_bucket: undefined },
  })
  const shown = await provider.upload(picture)
  const hidden = await provider.upload({ ...picture, access: "private" })

  expect(facts().files.map(({ access }) => access)).toEqual([
    "public-read",
    "private",
  ])
  expect((await fetch(shown.url)).status).toBe(200)
  expect((await fetch(hidden.url)).status).toBe(403)
})

it("keeps private files in the one bucket when there is no other", async () => {
  const provider = bed.provider("s3", { s3: { private_bucket: undefined } })
  const { key } = await provider.upload({ ...picture, access: "private" })

  expect(bed.held("s3")).toEqual([`duka-files/${key}`])
  expect(key).toMatch(/^private\/products\/mara-01\/front-\w{26}\.png$/)
})

it("puts its prefix before every key", async () => {
  const provider = bed.provider("s3", { s3: { prefix: "shop/" } })
  const shown = await provider.upload(picture)
  const hidden = await provider.upload({ ...picture, access: "private" })

  expect(shown.key).toMatch(/^shop\/products\/mara-01\/front-/)
  expect(shown.url).toBe(`${bed.url}/duka-assets/${shown.key}`)
  expect(hidden.key).toMatch(/^shop\/private\/products\//)
  expect(bed.held("s3")).toEqual([
    `duka-files/${shown.key}`,
    `duka-private/${hidden.key}`,
  ])
  const link = await provider.getPresignedDownloadUrl({ fileKey: hidden.key })
  expect((await fetch(link)).status).toBe(200)
})

it("lets a browser put a table straight into the private bucket", async () => {
  const provider = bed.provider("s3")
  const { url, key } = await provider.getPresignedUploadUrl(table)

  expect((await put(url)).status).toBe(200)
  expect(bed.held("s3")).toEqual(["duka-private/private/01K.csv"])
  expect(key).toBe("private/01K.csv")
  expect((await provider.getAsBuffer({ fileKey: key })).toString()).toBe(
    "name,price"
  )
})

it("lets it put nothing anywhere else, and nothing later", async () => {
  const { url } = await bed.provider("s3").getPresignedUploadUrl(table)

  expect((await put(url.replace("01K.csv", "02K.csv"))).status).toBe(403)
  bed.clock.advance(3_601_000)
  expect((await put(url)).status).toBe(403)
  expect(bed.held("s3")).toEqual([])
})

it("says that there is no such bucket", async () => {
  bed.faults("s3", {
    fault: "status",
    status: 404,
    headers: { "content-type": "application/xml" },
    body: "<Error><Code>NoSuchBucket</Code><Message>No.</Message></Error>",
  })

  await expect(bed.provider("s3").upload(picture)).rejects.toMatchObject({
    status: 503,
    message:
      "The S3 store has no such bucket. Check S3_BUCKET, S3_PRIVATE_BUCKET and S3_ENDPOINT.",
  })
})
