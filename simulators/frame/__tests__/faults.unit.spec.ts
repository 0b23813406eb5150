import { type Bed, startBed } from "./bed"

let bed: Bed

beforeEach(async () => {
  bed = await startBed()
})
afterEach(() => bed.close())

const sold = async () => (await bed.call("GET", "/till/sold")).body.sold
const sell = () => bed.call("POST", "/till/tell/sold")
const atTell = { match: { path: "/till/tell/*" } }

describe("the answer of a stand-in", () => {
  it("can be an error, for so many times", async () => {
    await bed.faults({ fault: "status", status: 503, times: 2, ...atTell })

    const statuses = [await sell(), await sell(), await sell()].map(
      ({ status }) => status
    )

    expect(statuses).toEqual([503, 503, 200])
    expect(await sold()).toBe(1)
  })

  it("can be an error with a body and headers of its own", async () => {
    await bed.faults({
      fault: "status",
      status: 429,
      headers: { "retry-after": "7" },
      body: { fault: { faultstring: "Spike arrest" } },
    })

    const reply = await sell()

    expect(reply.status).toBe(429)
    expect(reply.headers.get("retry-after")).toBe("7")
    expect(reply.body).toEqual({ fault: { faultstring: "Spike arrest" } })
  })

  it("can be lost although the work was done", async () => {
    await bed.faults({ fault: "drop", processed: true, ...atTell })

    await expect(sell()).rejects.toThrow("fetch failed")
    expect(await sold()).toBe(1)
  })

  it("can be lost before any work", async () => {
    await bed.faults({ fault: "drop", ...atTell })

    await expect(sell()).rejects.toThrow("fetch failed")
    expect(await sold()).toBe(0)
  })

  it("can be a page instead of data", async () => {
    await bed.faults({ fault: "html" })

    const { status, headers, text } = await sell()

    expect(status).toBe(403)
    expect(headers.get("content-type")).toBe("text/html")
    expect(text).toContain("<h1>Request unsuccessful</h1>")
  })

  it("can be garbage that says it is JSON", async () => {
    await bed.faults({ fault: "garbage" })

    const { status, headers, text } = await sell()

    expect(status).toBe(200)
    expect(headers.get("content-type")).toBe("application/json")
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
  })

  it("can be far too large", async () => {
    await bed.faults({ fault: "oversized", bytes: 2_000_000 })

    expect((await sell()).text).toHaveLength(2_000_014)
  })

  it("can stay away until the caller gives up", async () => {
    await bed.faults({ fault: "hang", ...atTell })

    const hanging = fetch(`${bed.simulators.url}/till/tell/x`, {
      method: "POST",
      signal: AbortSignal.timeout(50),
    })

    await expect(hanging).rejects.toThrow("timeout")
    expect(await sold()).toBe(0)
  })

  it("can be late", async () => {
    await bed.faults({ fault: "delay", ms: 30_000, ...atTell })

    const late = sell()
    while (!bed.standIn.journal.list().length) {
      await new Promise(setImmediate)
    }
    bed.clock.advance(30_000)

    expect((await late).status).toBe(200)
  })

  it("can come after the answer to the next request", async () => {
    await bed.faults({ fault: "reorder", ...atTell })
    const order: string[] = []

    const first = sell().then(() => order.push("first"))
    while (!bed.standIn.journal.list().length) {
      await new Promise(setImmediate)
    }
    await sold().then(() => order.push("second"))
    await first

    expect(order).toEqual(["second", "first"])
  })

  it("can come after the callback", async () => {
    await bed.faults({ fault: "callback-first", ...atTell })

    await sell()

    expect(bed.shop.events()).toEqual(["sold"])
    expect(bed.standIn.journal.list().map(({ outcome }) => outcome)).toEqual([
      "answered",
      "delivered",
    ])
  })

  it("can come after the callback of a prompt somebody answers", async () => {
    await bed.faults({ fault: "callback-first" })
    const asked = bed.call("POST", "/till/ask/254700000001")
    while (!bed.simulators.phones.isBusy("254700000001")) {
      await new Promise(setImmediate)
    }
    const { prompts } = bed.simulators.phones.show("254700000001")

    await bed.call(
      "POST",
      `/_sim/phones/254700000001/prompts/${prompts[0].id}`,
      { action: "approve" }
    )

    expect((await asked).body).toEqual({ prompt: prompts[0].id })
    expect(bed.shop.events()).toEqual(["approve"])
  })

  it("can be asked for twice by the network", async () => {
    await bed.faults({ fault: "duplicate", copies: 3, ...atTell })

    expect((await sell()).body).toEqual({ sold: 1 })
    expect(await sold()).toBe(3)
  })
})

describe("a fault script", () => {
  it("is worked off in order, and skips what it is told to", async () => {
    await bed.faults(
      { fault: "status", status: 500, skip: 1, ...atTell },
      { fault: "status", status: 502, ...atTell }
    )

    const statuses = [await sell(), await sell(), await sell()].map(
      ({ status }) => status
    )

    expect(statuses).toEqual([502, 500, 200])
  })

  it("tells how many turns are left", async () => {
    await bed.faults(
      { fault: "status", times: 3 },
      { fault: "hang", times: "always" }
    )
    await sell()

    const { text } = await bed.call("GET", "/_sim/till/faults")

    expect(JSON.parse(text)).toMatchObject([
      { fault: "status", status: 500, left: 2 },
      { fault: "hang", left: "always" },
    ])
  })

  it("is taken away", async () => {
    await bed.faults({ fault: "status", times: "always" })

    await bed.call("DELETE", "/_sim/till/faults")

    expect((await sell()).status).toBe(200)
  })

  it.each([
    [{}, "fault"],
    [{ fault: "explode" }, "fault"],
    [{ fault: "delay" }, "ms"],
    [{ fault: "delay", ms: -1 }, "ms"],
    [{ fault: "drop", times: 0 }, "times"],
    [{ fault: "drop", unknown: true }, "unknown"],
    [{ fault: "html", match: { on: "callback" } }, "on"],
  ])("refuses %j and keeps the earlier script", async (fault, field) => {
    await bed.faults({ fault: "status", times: "always" })

    const { status, body } = await bed.faults(fault)

    expect(status).toBe(400)
    expect(body.type).toBe("invalid_data")
    expect(body.message).toContain(field)
    expect((await sell()).status).toBe(500)
  })

  it("matches paths literally but for stars", async () => {
    await bed.faults({
      fault: "status",
      times: "always",
      match: { path: "/till/t.ll/*", method: "POST" },
    })

    expect((await sell()).status).toBe(200)
  })
})
