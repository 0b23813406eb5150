import { png } from "../../../../simulators/files/__tests__/samples"
import { imagekitFaults } from "../../../../simulators/imagekit/faults"
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

const holds = () =>
  bed.sim("imagekit").behaviour.holds?.() as {
    files: { fileId: string }[]
    purged: string[]
  }

it("keeps ImageKit's id in the key, and out of the address", async () => {
  const { key, url } = await bed.provider("imagekit").upload(picture)
  const [{ fileId }] = holds().files
  const [path, id] = key.split("~")

  expect(id).toBe(fileId)
  expect(url).toBe(`${bed.url}/duka-kit/${path}`)
})

it("empties ImageKit's caches of what it deletes", async () => {
  const provider = bed.provider("imagekit")
  const { key, url } = await provider.upload(picture)

  await provider.delete({ fileKey: key })

  expect(holds()).toMatchObject({ files: [], purged: [url] })
})

it("fails when the caches stay full, and ends it when asked again", async () => {
  const provider = bed.provider("imagekit")
  const { key, url } = await provider.upload(picture)
  bed.faults("imagekit", imagekitFaults.purgeFails)

  await expect(provider.delete({ fileKey: key })).rejects.toThrow(
    "ImageKit failed (HTTP 500). Try again in a minute."
  )
  expect(holds()).toMatchObject({ files: [], purged: [] })

  await provider.delete({ fileKey: key })
  expect(holds().purged).toEqual([url])
})
