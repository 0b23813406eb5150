import { findRoute } from "../routes"
import { type RunningSimulators, startSimulators } from "../server"
import { defineSimulator } from "../stand-in"
import { z } from "@medusajs/framework/zod"

const MOST = 2 * 1024 * 1024

/** Gives back, at any depth, what it was given. */
const locker = defineSimulator({
  name: "locker",
  title: "Locker",
  description: "Keeps one thing.",
  matches: ({ path }) => path.startsWith("/locker/"),
  bodyLimit: MOST,
  config: z.strictObject({}),
  build() {
    let kept: Buffer = Buffer.alloc(0)
    return {
      refuse: ({ status, message }) => ({ status, body: { message } }),
      routes: [
        {
          method: "PUT",
          path: "/locker/*key",
          handle({ bytes }) {
            kept = bytes
            return { status: 204 }
          },
        },
        {
          method: "GET",
          path: "/locker/*key",
          handle: () => ({ status: 200, body: kept }),
        },
      ],
      readable: ({ bytes }) => bytes,
      holds: () => ({ bytes: kept.length }),
    }
  },
})

let simulators: RunningSimulators

beforeEach(async () => {
  simulators = await startSimulators({
    standIns: [locker],
    shopUrl: "http://localhost:9000",
  })
})
afterEach(() => simulators.close())

const put = (body: Buffer) =>
  fetch(`${simulators.url}/locker/a/b`, {
    method: "PUT",
    body: new Uint8Array(body),
  })

it("hands bytes over and back as they are, and writes none into the journal", async () => {
  const bytes = Buffer.from([0x89, 0, 0xff, 0xfe, 0x0a])

  expect((await put(bytes)).status).toBe(204)
  const reply = await fetch(`${simulators.url}/locker/c`)

  expect(Buffer.from(await reply.arrayBuffer())).toEqual(bytes)
  expect(
    simulators
      .standIn("locker")
      .journal.list()
      .map(({ path, body, answer }) => ({ path, body, answer }))
  ).toEqual([
    { path: "/locker/a/b", body: "(5 bytes)", answer: undefined },
    { path: "/locker/c", body: undefined, answer: "(5 bytes)" },
  ])
})

it("takes as much as the stand-in says, and shows what it keeps", async () => {
  expect((await put(Buffer.alloc(MOST))).status).toBe(204)
  expect((await put(Buffer.alloc(MOST + 1))).status).toBe(413)

  const { holds } = (await fetch(`${simulators.url}/_sim/locker`).then(
    (reply) => reply.json()
  )) as { holds: unknown }
  expect(holds).toEqual({ bytes: MOST })
})

it.each([
  ["/files/a.png", { key: "a.png" }],
  ["/files/a/b%20c/d.png", { key: "a/b c/d.png" }],
  ["/files/", undefined],
  ["/files", undefined],
])("finds what is left of %s", (path, params) => {
  const route = {
    method: "GET",
    path: "/files/*key",
    handle: () => ({ status: 200 }),
  }
  const found = findRoute([route], "GET", path)

  expect(found.kind === "route" ? found.params : undefined).toEqual(params)
})
