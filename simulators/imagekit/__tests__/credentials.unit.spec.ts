import { createHmac } from "node:crypto"
import { png } from "../../files/__tests__/samples"
import { ManualClock } from "../../frame/clock"
import { type RunningSimulators, startSimulators } from "../../frame/server"
import { imagekit } from ".."

const NOW = Date.UTC(2026, 0, 1)
const KEY = "private_key="

let simulators: RunningSimulators

beforeEach(async () => {
  simulators = await startSimulators({
    standIns: [imagekit],
    shopUrl: "http://localhost:9000",
    clock: new ManualClock(NOW),
  })
  simulators.standIn("imagekit").configure({ private_key: KEY })
})
afterEach(() => simulators.close())

const basic = (account: string) =>
  `Basic ${Buffer.from(account).toString("base64")}`

function upload(authorization: string | undefined, fields = {}) {
  const form = new FormData()
  Object.entries({ fileName: "a b.png", folder: "/x/", ...fields }).forEach(
    ([name, value]) => form.append(name, String(value))
  )
  form.append("file", new Blob([new Uint8Array(png())]), "a.png")
  return fetch(`${simulators.url}/api/v1/files/upload`, {
    method: "POST",
    headers: authorization ? { authorization } : {},
    body: form,
  })
}

const ask = (method: string, path: string, authorization = "") =>
  fetch(`${simulators.url}${path}`, { method, headers: { authorization } })

describe("the private key", () => {
  it.each([
    [undefined, 401],
    [basic("private_other=:"), 403],
    [basic(`${KEY}:password`), 403],
    [`Bearer ${KEY}`, 403],
  ])("is not %s", async (authorization, status) => {
    const reply = await upload(authorization)

    expect(reply.status).toBe(status)
    expect(await reply.json()).toMatchObject({
      message: "Your account cannot be authenticated.",
    })
    expect((await ask("DELETE", "/v1/files/1", authorization)).status).toBe(
      status
    )
  })

  it("opens the account, which makes names of its own", async () => {
    const reply = await upload(basic(`${KEY}:`))

    expect(reply.status).toBe(200)
    expect(await reply.json()).toMatchObject({
      fileId: expect.stringMatching(/^[0-9a-f]{24}$/),
      filePath: expect.stringMatching(/^\/x\/a_b_[0-9a-f]{10}\.png$/),
    })
  })
})

describe("a private file", () => {
  const seen = async (query: string) =>
    (await ask("GET", `/duka-kit/x/a.png${query}`)).status
  const sign = (text: string, key = KEY) =>
    createHmac("sha1", key).update(text).digest("hex")

  beforeEach(() =>
    upload(basic(`${KEY}:`), {
      fileName: "a.png",
      useUniqueFileName: false,
      isPrivateFile: true,
    })
  )

  it("is shown at a signed address, until its time", async () => {
    const second = NOW / 1000

    for (const [until, status] of [
      [second, 200],
      [second - 1, 401],
    ]) {
      const query = `?ik-t=${until}&ik-s=${sign(`x/a.png${until}`)}`
      expect(await seen(query)).toBe(status)
    }
    expect(await seen(`?ik-s=${sign("x/a.png9999999999")}`)).toBe(200)
  })

  it("is shown at no other", async () => {
    const until = NOW / 1000 + 60

    for (const query of [
      "",
      `?ik-t=${until}`,
      `?ik-t=${until}&ik-s=${sign(`x/b.png${until}`)}`,
      `?ik-t=${until + 1}&ik-s=${sign(`x/a.png${until}`)}`,
      `?ik-t=${until}&ik-s=${sign(`x/a.png${until}`, "other")}`,
    ]) {
      expect(await seen(query)).toBe(401)
    }
  })
})
