import { signed } from "../../../src/providers/file-cloudinary/client/signature"
import { ManualClock } from "../../frame/clock"
import { type RunningSimulators, startSimulators } from "../../frame/server"
import { png } from "../../files/__tests__/samples"
import { cloudinary } from ".."
import { checkSignature, deliverySignature } from "../signature"

/** Cloudinary's own example, with its secret and its second. */
const NOW = 1_315_060_510_000
const ACCOUNT = {
  api_key: "1234",
  api_secret: "abcd",
  signature_ms: 3_600_000,
  max_bytes: 1000,
}
const FIELDS = {
  eager: "w_400,h_300,c_pad|w_260,h_200,c_crop",
  public_id: "sample_image",
  timestamp: "1315060510",
  api_key: "1234",
  signature: "bfd09f95f331f558cbd1320e67aa8d488770583e",
}

describe("the signature of an upload", () => {
  it("is Cloudinary's", () => {
    expect(() => checkSignature(FIELDS, ACCOUNT, NOW)).not.toThrow()
  })

  it.each([
    [{ public_id: "other" }, "Invalid Signature"],
    [{ type: "authenticated" }, "Invalid Signature"],
    [{ timestamp: "1315060511" }, "Invalid Signature"],
    [{ api_key: "5678" }, "Unknown API key 5678"],
    [{ signature: "" }, "Upload preset must be specified"],
  ])("does not fit %j", (change, message) => {
    expect(() =>
      checkSignature({ ...FIELDS, ...change }, ACCOUNT, NOW)
    ).toThrow(message)
  })

  it("is stale after an hour", () => {
    const hour = 3_600_000

    expect(() => checkSignature(FIELDS, ACCOUNT, NOW + hour)).not.toThrow()
    expect(() => checkSignature(FIELDS, ACCOUNT, NOW + hour + 1)).toThrow(
      "Stale request"
    )
  })
})

describe("the stand-in", () => {
  const url = () => simulators.url
  let simulators: RunningSimulators

  beforeEach(async () => {
    simulators = await startSimulators({
      standIns: [cloudinary],
      shopUrl: "http://localhost:9000",
      clock: new ManualClock(NOW),
    })
    simulators.standIn("cloudinary").configure(ACCOUNT)
  })
  afterEach(() => simulators.close())

  it.each(["image/upload", "raw/destroy"])(
    "turns %s away in Cloudinary's words without a signature",
    async (action) => {
      const form = new FormData()
      form.append("file", new Blob([new Uint8Array(png())]), "a.png")

      const reply = await fetch(`${url()}/v1_1/duka-cloud/${action}`, {
        method: "POST",
        body: form,
      })

      expect(reply.status).toBe(400)
      expect(await reply.json()).toEqual({
        error: {
          message: "Upload preset must be specified when using unsigned upload",
        },
      })
    }
  )

  it("shows a private picture at a signed address only", async () => {
    const fields = signed(
      { public_id: "a/b", type: "authenticated" },
      { cloudName: "duka-cloud", apiKey: "1234", apiSecret: "abcd" },
      NOW
    )
    const form = new FormData()
    Object.entries(fields).forEach(([name, value]) => form.append(name, value))
    form.append("file", new Blob([new Uint8Array(png())]), "b.png")
    await fetch(`${url()}/v1_1/duka-cloud/image/upload`, {
      method: "POST",
      body: form,
    })
    const seen = async (path: string) =>
      (await fetch(`${url()}/duka-cloud/image/${path}`)).status
    const signature = deliverySignature("a/b.png", "abcd")

    expect(await seen("authenticated/v1/a/b.png")).toBe(401)
    expect(await seen("authenticated/s--AAAAAAAA--/v1/a/b.png")).toBe(401)
    expect(await seen(`authenticated/s--${signature}--/v1/a/b.png`)).toBe(200)
    expect(await seen("upload/v1/a/b.png")).toBe(404)
  })
})
