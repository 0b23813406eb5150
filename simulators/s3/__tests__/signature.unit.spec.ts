import { createHash } from "node:crypto"
import { ManualClock } from "../../frame/clock"
import { type RunningSimulators, startSimulators } from "../../frame/server"
import { s3 } from ".."
import { checkSignature } from "../signature"

const ACCOUNT = {
  access_key_id: "AKIAIOSFODNN7EXAMPLE",
  secret_access_key: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  region: "us-east-1",
  acl: "refused",
} as const

const NOW = Date.UTC(2013, 4, 24)

/**
 * Amazon's own example of a GET whose signature is in the header:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
const example = () => ({
  method: "GET",
  path: "/test.txt",
  query: new URLSearchParams(),
  headers: {
    host: "examplebucket.s3.amazonaws.com",
    range: "bytes=0-9",
    "x-amz-content-sha256":
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "x-amz-date": "20130524T000000Z",
    authorization:
      "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  } as Record<string, string>,
  body: "",
  bytes: Buffer.alloc(0),
})

/** And of an address that is signed for a day. */
const presigned = () => ({
  method: "GET",
  path: "/test.txt",
  query: new URLSearchParams(
    "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"
  ),
  headers: { host: "examplebucket.s3.amazonaws.com" } as Record<string, string>,
  body: "",
  bytes: Buffer.alloc(0),
})

const codeOf = (act: () => void) => {
  try {
    act()
    return "taken"
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe("the signature of a request", () => {
  it("is Amazon's, in the header and in the address", () => {
    expect(codeOf(() => checkSignature(example(), ACCOUNT, NOW))).toBe("taken")
    expect(codeOf(() => checkSignature(presigned(), ACCOUNT, NOW))).toBe(
      "taken"
    )
  })

  it.each<[string, (request: ReturnType<typeof example>) => void, string]>([
    ["another path", (it) => (it.path = "/other.txt"), "SignatureDoesNotMatch"],
    ["another method", (it) => (it.method = "PUT"), "SignatureDoesNotMatch"],
    ["another query", (it) => it.query.set("acl", ""), "SignatureDoesNotMatch"],
    [
      "another body",
      (it) => (it.bytes = Buffer.from("x")),
      "XAmzContentSHA256Mismatch",
    ],
    [
      "a body that was hashed anew",
      (it) => {
        it.bytes = Buffer.from("x")
        it.headers["x-amz-content-sha256"] = createHash("sha256")
          .update("x")
          .digest("hex")
      },
      "SignatureDoesNotMatch",
    ],
    [
      "a header that nobody signed",
      (it) => (it.headers["x-amz-acl"] = "public-read"),
      "AccessDenied",
    ],
    ["no signature", (it) => delete it.headers.authorization, "AccessDenied"],
    [
      "half a signature",
      (it) => (it.headers.authorization = "AWS4-HMAC-SHA256 Credential=a/b"),
      "AuthorizationHeaderMalformed",
    ],
  ])("does not fit %s", (_, change, code) => {
    const request = example()
    change(request)

    expect(codeOf(() => checkSignature(request, ACCOUNT, NOW))).toBe(code)
  })

  it("has its time", () => {
    const quarter = 15 * 60_000
    const day = 86_400_000

    for (const [request, now, code] of [
      [example(), NOW + quarter, "taken"],
      [example(), NOW + quarter + 1, "RequestTimeTooSkewed"],
      [presigned(), NOW + day, "taken"],
      [presigned(), NOW + day + 1, "AccessDenied"],
    ] as const) {
      expect(codeOf(() => checkSignature(request, ACCOUNT, now))).toBe(code)
    }
  })

  it("is of this account and region", () => {
    for (const [change, code] of [
      [{ access_key_id: "other" }, "InvalidAccessKeyId"],
      [{ region: "auto" }, "AuthorizationHeaderMalformed"],
      [{ secret_access_key: "other" }, "SignatureDoesNotMatch"],
    ] as const) {
      const account = { ...ACCOUNT, ...change }
      expect(codeOf(() => checkSignature(example(), account, NOW))).toBe(code)
    }
  })
})

describe("the stand-in", () => {
  let simulators: RunningSimulators

  beforeEach(async () => {
    simulators = await startSimulators({
      standIns: [s3],
      shopUrl: "http://localhost:9000",
      clock: new ManualClock(NOW),
    })
  })
  afterEach(() => simulators.close())

  it.each([
    ["GET", "/duka-files/a.png", 403, "AccessDenied"],
    ["PUT", "/duka-files/a.png", 403, "AccessDenied"],
    ["DELETE", "/duka-private/a/b.csv", 403, "AccessDenied"],
    ["GET", "/duka-assets/a.png", 404, "NoSuchKey"],
    ["POST", "/duka-files/a.png", 405, "MethodNotAllowed"],
  ])("answers %s %s with %i %s in XML", async (method, path, status, code) => {
    const reply = await fetch(`${simulators.url}${path}`, { method })

    expect(reply.status).toBe(status)
    expect(reply.headers.get("content-type")).toBe("application/xml")
    expect(await reply.text()).toContain(`<Code>${code}</Code>`)
  })
})
