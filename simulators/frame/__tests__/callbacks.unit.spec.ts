import { isLoopback } from "../callbacks"
import { type Bed, startBed } from "./bed"

let bed: Bed

beforeEach(async () => {
  bed = await startBed()
})
afterEach(() => bed.close())

const onCallback = (event?: string) => ({
  match: { on: "callback", ...(event ? { event } : {}) },
})
const idle = () => bed.standIn.callbacks.idle()
const sent = () =>
  bed.standIn.journal
    .list()
    .filter(({ direction }) => direction === "out")
    .map(({ event, attempt, outcome, status }) => ({
      event,
      attempt,
      outcome,
      status,
    }))

describe("a callback", () => {
  it("reaches the shop signed, at the time of sending", async () => {
    await bed.tell("paid")
    await idle()

    expect(bed.shop.heard).toHaveLength(1)
    expect(bed.shop.heard[0]).toMatchObject({
      path: "/hooks/till",
      body: '{"event":"paid"}',
      headers: { "x-signature": `${bed.clock.now()}/till-secret/16` },
    })
    expect(sent()).toEqual([
      { event: "paid", attempt: 1, outcome: "delivered", status: 200 },
    ])
  })

  it("goes where the settings say, with the secret they say", async () => {
    await bed.call("PUT", "/_sim/till/config", {
      webhook_url: `${bed.shop.url}/elsewhere`,
      secret: "other",
    })

    await bed.tell("paid")
    await idle()

    expect(bed.shop.heard[0].path).toBe("/elsewhere")
    expect(bed.shop.heard[0].headers["x-signature"]).toContain("/other/")
  })

  it("is tried again, signed anew, until the shop takes it", async () => {
    bed.shop.answers.push(500, 404)
    await bed.call("PUT", "/_sim/till/config", {
      retry_delays_ms: [1000, 5000],
    })

    await bed.tell("paid")
    await bed.shop.told(1)
    await settled(1)
    bed.clock.advance(999)
    expect(bed.shop.heard).toHaveLength(1)
    bed.clock.advance(1)
    await bed.shop.told(2)
    await settled(2)
    bed.clock.advance(5000)
    await idle()

    expect(sent().map(({ attempt, status }) => ({ attempt, status }))).toEqual([
      { attempt: 1, status: 500 },
      { attempt: 2, status: 404 },
      { attempt: 3, status: 200 },
    ])
    const signatures = bed.shop.heard.map(
      ({ headers }) => headers["x-signature"]
    )
    expect(new Set(signatures).size).toBe(3)
  })

  it("is given up after the last try", async () => {
    bed.shop.answers.push(500)

    await bed.tell("paid")
    await idle()

    expect(sent()).toEqual([
      { event: "paid", attempt: 1, outcome: "failed", status: 500 },
    ])
  })

  it("keeps its turn among those of its lane", async () => {
    for (const event of ["one", "two", "three"]) {
      await bed.tell(event)
    }
    await idle()

    expect(bed.shop.events()).toEqual(["one", "two", "three"])
  })

  it("never leaves this machine", async () => {
    const delivery = bed.standIn.callbacks.send({
      url: "http://shop.example/hooks",
      body: "{}",
    })

    expect(await delivery).toEqual({ delivered: false, attempts: 1 })
    expect(sent()[0].outcome).toBe("refused")
  })
})

describe("a scripted fault", () => {
  it("drops a callback", async () => {
    await bed.faults({ fault: "drop", ...onCallback("paid") })

    await bed.tell("paid")
    await bed.tell("refunded")
    await idle()

    expect(bed.shop.events()).toEqual(["refunded"])
    expect(sent().map(({ outcome }) => outcome)).toEqual([
      "dropped",
      "delivered",
    ])
  })

  it("sends it as often as it says", async () => {
    await bed.faults({ fault: "duplicate", copies: 5, ...onCallback() })

    await bed.tell("paid")
    await idle()

    expect(bed.shop.events()).toEqual(Array(5).fill("paid"))
  })

  it("lets a later one overtake it", async () => {
    await bed.faults({ fault: "reorder", ...onCallback("authorized") })

    await bed.tell("authorized")
    await bed.tell("captured")
    await idle()

    expect(bed.shop.events()).toEqual(["captured", "authorized"])
  })

  it("sends a reordered one anyway when nothing follows", async () => {
    await bed.faults({ fault: "reorder", ms: 4000, ...onCallback() })

    await bed.tell("authorized")
    await new Promise(setImmediate)
    bed.clock.advance(4000)
    await idle()

    expect(bed.shop.events()).toEqual(["authorized"])
  })

  it("holds one back for a time, and others pass", async () => {
    await bed.faults({ fault: "delay", ms: 60_000, ...onCallback("late") })

    await bed.tell("late")
    await bed.tell("next")
    await bed.shop.told(1)
    expect(bed.shop.events()).toEqual(["next"])
    bed.clock.advance(60_000)
    await idle()

    expect(bed.shop.events()).toEqual(["next", "late"])
  })

  it("breaks the body", async () => {
    await bed.faults({ fault: "garbage", ...onCallback() })

    await bed.tell("paid")
    await idle()

    expect(() => bed.shop.events()).toThrow(SyntaxError)
  })
})

it.each([
  ["http://localhost:9000/hooks", true],
  ["http://127.0.0.1/hooks", true],
  ["http://[::1]:9000/hooks", true],
  ["http://shop.localhost/hooks", true],
  ["http://localhost.example.com/hooks", false],
  ["http://10.0.0.1/hooks", false],
  ["https://example.com/?localhost", false],
  ["file:///etc/passwd", false],
  ["nonsense", false],
])("takes %s for this machine: %s", (url, expected) => {
  expect(isLoopback(url)).toBe(expected)
})

/** Until the sender has read so many answers and waits for its next try. */
async function settled(count: number) {
  while (sent().filter(({ status }) => status).length < count) {
    await new Promise(setImmediate)
  }
}
