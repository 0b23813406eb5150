import type { FaultInput } from "../../../simulators/frame/faults"
import { cloudinaryFaults } from "../../../simulators/cloudinary/faults"
import { jpeg, mp4, png } from "../../../simulators/files/__tests__/samples"
import { imagekitFaults } from "../../../simulators/imagekit/faults"
import { s3Faults } from "../../../simulators/s3/faults"
import {
  call,
  type Shop,
  shopAt,
  startServer,
  startSimulators,
} from "../../support"
import { eventually } from "../mobile-money/bed"

type Uploads = { files: { id: string; url: string }[] }
type Notified = {
  notifications: { data: { file?: { url: string } } }[]
}
type Held = { holds: { files: { name: string }[] } }

const stores = [
  {
    name: "s3",
    env: (url: string) => ({
      ASSETS_URL: `${url}/duka-assets`,
      S3_ENDPOINT: url,
      S3_BUCKET: "duka-files",
      S3_PRIVATE_BUCKET: "duka-private",
      S3_ACCESS_KEY_ID: "s3-simulator",
      S3_SECRET_ACCESS_KEY: "s3-simulator-secret",
      S3_PATH_STYLE: "true",
      S3_PREFIX: "shop/",
    }),
    address: /\/duka-assets\/shop\/front-\w{26}\.png$/,
    says: "The S3 store failed (HTTP 500). Try again in a minute.",
    down: s3Faults.down,
    secret: "s3-simulator-secret",
  },
  {
    name: "cloudinary",
    env: () => ({}),
    address: /\/duka-cloud\/image\/upload\/v1\/front-\w{26}\.png$/,
    says: "Cloudinary failed (HTTP 500). Try again in a minute.",
    down: cloudinaryFaults.down,
    secret: "cloudinary-simulator-secret",
  },
  {
    name: "imagekit",
    env: () => ({}),
    address: /\/duka-kit\/front-\w{26}\.png$/,
    says: "ImageKit failed (HTTP 500). Try again in a minute.",
    down: imagekitFaults.down,
    secret: "private_imagekit-simulator=",
  },
] as const

const FILES = {
  "front.png": ["image/png", png()],
  "side.jpg": ["image/jpeg", jpeg()],
  "walk.mp4": ["video/mp4", mp4()],
} as const

type FileName = keyof typeof FILES

describe.each(stores)("a shop that keeps its files in $name", (store) => {
  const { name, address, says, down, secret } = store
  let shop: Shop
  let logs: () => string

  beforeAll(async () => {
    const simulators = await startSimulators()
    const server = await startServer({
      env: {
        SIMULATORS_URL: simulators.url,
        FILE_PROVIDER: name,
        ...store.env(simulators.url),
      },
    })
    logs = server.logs
    shop = shopAt({ ...server, simulators: simulators.url })
  })
  afterEach(() => shop.sim.clearFaults(name))

  const upload = (...names: FileName[]) => {
    const form = new FormData()
    for (const file of names) {
      const [type, bytes] = FILES[file]
      form.append("files", new Blob([new Uint8Array(bytes)], { type }), file)
    }
    return shop.admin<Uploads>("/uploads", { body: form })
  }
  const remove = (id: string) =>
    shop.admin(`/uploads/${encodeURIComponent(id)}`, { method: "DELETE" })
  const held = async () => {
    const { body } = await call<Held>(`${shop.simulators}/_sim/${name}`)
    return body.holds.files.map((file) => file.name)
  }
  const faults = (...list: FaultInput[]) => shop.sim.faults(name, list)

  it("shows what staff upload where the answer says, until it is deleted", async () => {
    const { status, body } = await upload("front.png", "side.jpg", "walk.mp4")

    expect(status).toBe(200)
    expect(body.files[0].url).toMatch(address)
    const types = []
    for (const { url } of body.files) {
      const shown = await fetch(url)
      expect(shown.status).toBe(200)
      types.push(shown.headers.get("content-type"))
      expect((await shown.arrayBuffer()).byteLength).toBeGreaterThan(0)
    }
    expect(types).toEqual(["image/png", "image/jpeg", "video/mp4"])
    const [front] = body.files
    const picture = await fetch(front.url).then((shown) => shown.arrayBuffer())
    expect(Buffer.from(picture)).toEqual(png())

    for (const { id, url } of body.files) {
      const gone = await remove(id)
      expect([gone.status, gone.body]).toEqual([
        200,
        { id, object: "file", deleted: true },
      ])
      expect((await fetch(url)).status).toBe(404)
    }
    expect(await held()).toEqual([])
  })

  it("says in words that the store failed, and keeps nothing", async () => {
    await faults(down)

    const { status, body, headers } = await upload("front.png")

    expect(status).toBe(503)
    expect(headers.get("retry-after")).toBe("60")
    expect(body).toMatchObject({
      type: "unexpected_state",
      code: "file_store_unavailable",
      message: says,
      request_id: expect.any(String),
    })
    expect(await held()).toEqual([])
  })

  it("keeps none of several files when one of them fails", async () => {
    // Of S3 every try fails, so both tries of the one file must.
    const path = name === "s3" ? "/duka-files/shop/side-*" : undefined
    await faults({
      ...down,
      times: path ? "always" : 1,
      match: { method: path ? "PUT" : "POST", ...(path ? { path } : {}) },
    })

    const { status } = await upload("front.png", "side.jpg", "walk.mp4")

    expect(status).toBe(503)
    expect(await held()).toEqual([])
  })

  it("says that a file could not be deleted, which is then still there", async () => {
    const { body } = await upload("front.png")
    const [{ id, url }] = body.files
    await faults(down)

    const refused = await remove(id)

    expect(refused.status).toBe(503)
    expect(refused.body).toMatchObject({ message: says })
    await shop.sim.clearFaults(name)
    expect((await fetch(url)).status).toBe(200)
    expect((await remove(id)).status).toBe(200)
    expect((await fetch(url)).status).toBe(404)
  })

  it("gives staff an export by a link, and nobody else", async () => {
    const product = await shop.fixtures.product()
    const asked = await shop.admin("/products/export", { method: "POST" })
    expect(asked.status).toBe(202)

    const url = await eventually("the export", async () => {
      const { body } = await shop.admin<Notified>("/notifications")
      return body.notifications.find(({ data }) => data.file)?.data.file?.url
    })

    const table = await fetch(url)
    expect(table.status).toBe(200)
    expect(await table.text()).toContain(product.id)
    const stranger = new URL(url)
    stranger.search = ""
    expect((await fetch(stranger)).status).toBeGreaterThanOrEqual(400)
    const [file] = (await held()).filter((key) => key.includes("private/"))
    expect(file).toMatch(/private\/(?:.+\/)?\d+-product-exports-\w{26}\.csv$/)
  })

  it("writes no secret of the store into its log", () => {
    expect(logs()).toContain("/admin/uploads failed")
    expect(logs()).not.toContain(secret)
  })
})
