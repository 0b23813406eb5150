import { request } from "node:http"
import { defineSimulator } from "../stand-in"
import { type Bed, startBed, till } from "./bed"

let bed: Bed

beforeEach(async () => {
  bed = await startBed()
})
afterEach(() => bed.close())

/** Sends what fetch refuses to send. */
function raw(options: {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string
}) {
  const { port } = new URL(bed.simulators.url)
  return new Promise<number | undefined>((resolve, reject) => {
    const call = request({ host: "127.0.0.1", port, ...options }, (reply) => {
      reply.resume()
      resolve(reply.statusCode)
    })
    call.on("error", reject)
    call.end(options.body)
  })
}

describe("the control API", () => {
  it("lists the stand-ins without their secrets", async () => {
    const { status, body } = await bed.call("GET", "/_sim")

    expect(status).toBe(200)
    expect(body).toEqual({
      stand_ins: [
        {
          name: "till",
          title: "Till",
          description:
            "Asks a phone for money and tells the shop what it said.",
          config: { webhook_url: null, secret: "***", retry_delays_ms: [] },
          faults: [],
          journal_entries: 0,
          callbacks_pending: 0,
        },
      ],
    })
  })

  it("shows the journal and clears it", async () => {
    await bed.call("POST", "/till/tell/paid?note=1", {
      password: "open sesame",
      card: { number: "4242424242424242" },
      amount: 5,
    })
    await bed.standIn.callbacks.idle()

    const { text } = await bed.call("GET", "/_sim/till/journal")
    expect(JSON.parse(text)).toEqual([
      expect.objectContaining({
        seq: 1,
        direction: "in",
        method: "POST",
        path: "/till/tell/paid",
        query: { note: "1" },
        body: {
          password: "***",
          card: { number: "***4242" },
          amount: 5,
        },
        outcome: "answered",
        status: 200,
        answer: { sold: 1 },
        ms: 0,
      }),
      expect.objectContaining({ seq: 2, direction: "out", event: "paid" }),
    ])

    await bed.call("DELETE", "/_sim/till/journal")
    expect((await bed.call("GET", "/_sim/till/journal")).text).toBe("[]")
  })

  it("changes settings, and only to valid ones", async () => {
    const change = (body: unknown) => bed.call("PUT", "/_sim/till/config", body)

    expect((await change({ secret: "new" })).body).toMatchObject({
      secret: "***",
    })
    for (const wrong of [
      { webhook_url: "http://shop.example/hooks" },
      { secret: 7 },
      { colour: "red" },
      [],
      null,
    ]) {
      expect((await change(wrong)).status).toBe(400)
    }
    expect(bed.standIn.config()).toEqual({
      webhook_url: null,
      secret: "new",
      retry_delays_ms: [],
    })
  })

  it("answers when nothing is on its way any more", async () => {
    await bed.tell("paid")

    expect((await bed.call("GET", "/_sim/till/idle")).body).toEqual({
      idle: true,
    })
    expect(bed.shop.events()).toEqual(["paid"])
  })

  it.each([
    ["GET", "/_sim/bank/journal", 404, "not_found"],
    ["GET", "/_sim/till/nothing", 404, "not_found"],
    ["GET", "/nowhere", 404, "not_found"],
    ["POST", "/_sim/till/journal", 405, "not_allowed"],
    ["GET", "/_sim/phones/abc", 400, "invalid_data"],
    ["GET", "/_sim/phones/%E0%A4%A", 400, "invalid_data"],
    ["GET", "/_sim/__proto__/journal", 404, "not_found"],
  ])("answers %s %s with %d", async (method, path, status, type) => {
    const reply = await bed.call(method, path)

    expect(reply.status).toBe(status)
    expect(reply.body).toEqual({
      type,
      message: expect.any(String),
      details: expect.any(Array),
    })
  })

  it("names every field that is wrong", async () => {
    const { body } = await bed.call("POST", "/_sim/till/faults", [
      { fault: "delay", ms: "long" },
    ])

    expect(body.details).toEqual([
      { field: "0.ms", message: expect.stringContaining("number") },
    ])
  })
})

describe("hostile input", () => {
  it.each([
    ["not JSON", "{"],
    ["deep JSON", "[".repeat(10_000)],
    ["a prototype", '{"__proto__": {"secret": "x"}, "constructor": 1}'],
  ])("of %s is refused", async (_, body) => {
    const { status } = await bed.call("PUT", "/_sim/till/config", body)

    expect(status).toBe(400)
    expect((await bed.call("GET", "/_sim")).status).toBe(200)
  })

  it("of a form is refused, so a web site cannot post one", async () => {
    const { status } = await bed.call("POST", "/_sim/till/faults", "[]", {
      "content-type": "text/plain",
    })

    expect(status).toBe(400)
  })

  it("of ten megabytes is refused in each one's own words", async () => {
    const body = "x".repeat(10 * 1024 * 1024)
    const refusal = (path: string) =>
      bed.call("POST", path, body).then(
        ({ status }) => status,
        // The connection is closed while the body is still being sent.
        (error: Error) => error.message
      )

    for (const path of ["/_sim/till/faults", "/till/tell/x"]) {
      expect([413, "fetch failed"]).toContain(await refusal(path))
    }
    expect((await bed.call("GET", "/till/sold")).body).toEqual({ sold: 0 })
  })

  it("under another host name is refused", async () => {
    for (const host of ["evil.example", "localhost.evil.example:80"]) {
      expect(await raw({ path: "/_sim", headers: { host } })).toBe(403)
    }
    expect(await raw({ path: "/_sim", headers: { host: "localhost" } })).toBe(
      200
    )
  })

  it("with a method nobody knows is refused", async () => {
    expect(await raw({ method: "PURGE", path: "/till/tell/x" })).toBe(405)
  })

  it("that breaks a stand-in is answered in its shape, and logged", async () => {
    const { status, body } = await bed.call("POST", "/till/break")

    expect(status).toBe(500)
    expect(body).toEqual({
      till: "The stand-in failed. The simulators' log says where.",
    })
    expect(bed.errors).toEqual([
      "till: POST /till/break: Error: The till is on fire.",
    ])
    expect((await bed.call("GET", "/till/sold")).status).toBe(200)
  })
})

describe("a stand-in", () => {
  it.each(["phones", "events", "Till", "my till", ""])(
    "cannot be named %j",
    (name) => {
      expect(() =>
        defineSimulator({ ...till, name } as unknown as Parameters<
          typeof defineSimulator
        >[0])
      ).toThrow(`A stand-in cannot be named "${name}".`)
    }
  )
})
