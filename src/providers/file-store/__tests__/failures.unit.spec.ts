import { png } from "../../../../simulators/files/__tests__/samples"
import { type Bed, faultsOf, SECRETS, startBed, STORES, titleOf } from "./bed"

let bed: Bed

beforeEach(async () => {
  bed = await startBed()
})
afterEach(() => bed.close())

const picture = {
  filename: "front.png",
  mimeType: "image/png",
  content: png().toString("base64"),
  access: "public",
} as const

/** Only who waits for nothing may be impatient: a busy machine is slow. */
const IMPATIENT = 500

const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => Promise.reject(new Error("It did not fail.")),
    (error: Error) => error
  )

describe.each(STORES)("%s on a bad day", (name) => {
  const title = titleOf[name]

  it.each([
    ["slow", `${title} did not answer in time. Try again in a minute.`],
    ["down", `${title} failed (HTTP 500). Try again in a minute.`],
    ["reset", `The connection to ${title} broke`],
    ["rateLimited", `${title} is asked too often`],
  ] as const)("that is %s says so, and keeps nothing", async (fault, says) => {
    const provider = bed.provider(
      name,
      fault === "slow" ? { timeoutMs: IMPATIENT } : {}
    )
    bed.faults(name, faultsOf[name][fault])

    const error = await errorOf(provider.upload(picture))

    expect(error).toMatchObject({
      status: 503,
      code: "file_store_unavailable",
      message: expect.stringContaining(says),
    })
    expect(bed.held(name)).toEqual([])
  })

  it("says when a file could not be deleted, and it is still there", async () => {
    const provider = bed.provider(name)
    const { key } = await provider.upload(picture)
    bed.faults(name, faultsOf[name].down)

    const error = await errorOf(provider.delete([{ fileKey: key }]))

    expect(error).toMatchObject({ status: 503 })
    expect(error.message).toContain(title)
    expect(bed.held(name)).toHaveLength(1)
  })

  it("takes an upload back whose answer was lost", async () => {
    const provider = bed.provider(name)
    bed.faults(name, faultsOf[name].lostReply)

    const error = await errorOf(provider.upload(picture))

    expect(error.message).toContain(`The connection to ${title} broke`)
    expect(bed.held(name)).toEqual([])
    expect(bed.logged).toEqual([])
  })

  it("does not hide that a lost upload could not be taken back", async () => {
    const { lostReply, down } = faultsOf[name]
    // The SDK of S3 tries an upload twice.
    const times = name === "s3" ? 2 : 1
    bed.faults(name, { ...lostReply, times }, down)

    await errorOf(bed.provider(name).upload(picture))

    expect(bed.held(name)).toHaveLength(1)
    expect(bed.logged).toEqual([
      expect.stringMatching(
        /^The upload of front-\w+\.png failed, and whether/
      ),
    ])
  })

  it("refuses another key, and nobody sees which", async () => {
    const provider = bed.provider(name, { secret: "wrong-secret" })

    const errors = await Promise.all([
      errorOf(provider.upload(picture)),
      errorOf(provider.delete({ fileKey: "front.png~0123456789abcdef" })),
    ])

    for (const error of errors) {
      expect(error).toMatchObject({ status: 503 })
      expect(error.message).toMatch(
        new RegExp(`^${title} does not accept the shop's key or account`)
      )
      for (const secret of SECRETS) {
        expect(error.message).not.toContain(secret)
      }
    }
    expect(bed.held(name)).toEqual([])
  })

  it("cannot be reached, which is said as well", async () => {
    const elsewhere = await startBed()
    await elsewhere.close()

    const error = await errorOf(
      bed.provider(name, { url: elsewhere.url }).upload(picture)
    )

    expect(error.message).toBe(
      `${title} could not be reached (ECONNREFUSED). Try again in a minute, and check this server's way to the internet.`
    )
  })
})

describe.each(["cloudinary", "imagekit"] as const)("%s", (name) => {
  it("is not believed when its answer cannot be read", async () => {
    bed.faults(name, { fault: "garbage", match: { method: "POST" } })

    const error = await errorOf(bed.provider(name).upload(picture))

    expect(error.message).toBe(
      `The answer of ${titleOf[name]} cannot be read. Try again in a minute.`
    )
    expect(bed.held(name)).toEqual([])
  })

  it("says what it has against a file", async () => {
    bed.sim(name).configure({ max_bytes: 10 })

    const error = await errorOf(bed.provider(name).upload(picture))

    expect(error).toMatchObject({
      type: "invalid_data",
      code: "file_store_refused",
    })
    expect(error.message).toMatch(/does not take this: .*(large|exceeds)/)
  })
})
