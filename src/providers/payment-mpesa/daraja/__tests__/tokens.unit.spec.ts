import { MemoryTokenStore, SIMULATED_ACCOUNT, type TokenStore } from ".."
import {
  type Bed,
  fault,
  patienceFor,
  push,
  type Scripted,
  startBed,
} from "./bed"

let bed: Bed

beforeEach(async () => {
  bed = await startBed()
})
afterEach(() => bed.close())

const INVALID = fault(404, "404.001.03", "Invalid Access Token")
const tokens = () => bed.calls().map(({ headers }) => headers.authorization)

it("asks for a token with the account, and keeps it", async () => {
  const client = bed.client()

  await client.stkPush(push)
  await client.stkPush(push)

  const basic = Buffer.from(
    `${SIMULATED_ACCOUNT.consumerKey}:${SIMULATED_ACCOUNT.consumerSecret}`
  ).toString("base64")
  expect(bed.tokenCalls()).toHaveLength(1)
  expect(bed.tokenCalls()[0]).toMatchObject({
    method: "GET",
    headers: { authorization: `Basic ${basic}` },
  })
  expect(tokens()).toEqual(["Bearer token-1", "Bearer token-1"])
})

it("asks once when twenty calls need one", async () => {
  const client = bed.client()

  await Promise.all(Array.from({ length: 20 }, () => client.stkPush(push)))

  expect(bed.tokenCalls()).toHaveLength(1)
  expect(new Set(tokens())).toEqual(new Set(["Bearer token-1"]))
})

it("renews it two minutes before its end", async () => {
  const client = bed.client()
  await client.stkPush(push)

  bed.clock.time += 3_478_999
  await client.stkPush(push)
  bed.clock.time += 1
  await client.stkPush(push)

  expect(tokens()).toEqual([
    "Bearer token-1",
    "Bearer token-1",
    "Bearer token-2",
  ])
})

it.each<[string, Scripted]>([
  ["404.001.03", INVALID],
  ["400.003.01", fault(400, "400.003.01", "Invalid Access Token")],
  [
    "401.003.01",
    fault(401, "401.003.01", "Error Occurred - Invalid Access Token"),
  ],
  ["a bare 401", { status: 401, body: {} }],
  ["a 401 of a page", { status: 401, body: "<html>", type: "text/html" }],
  [
    "the gateway's own",
    {
      status: 401,
      body: {
        fault: {
          faultstring: "Invalid Access Token",
          detail: { errorcode: "keymanagement.service.invalid_access_token" },
        },
      },
    },
  ],
])("takes a new one after %s, and repeats the call", async (_, answer) => {
  bed.answers.push(answer)

  const result = await bed.client().stkPush(push)

  expect(result.outcome).toBe("accepted")
  expect(tokens()).toEqual(["Bearer token-1", "Bearer token-2"])
  expect(bed.calls()[1].body).toEqual(bed.calls()[0].body)
})

it("gives up after the second token", async () => {
  bed.answers.push(INVALID, INVALID)

  expect(await bed.client().stkPush(push)).toEqual({
    outcome: "refused",
    reason: "configuration",
    code: "404.001.03",
    message: "Invalid Access Token",
  })
  expect(bed.calls()).toHaveLength(2)
  expect(bed.tokenCalls()).toHaveLength(2)
})

it("takes the token another process got meanwhile instead of killing it", async () => {
  const store = new MemoryTokenStore()
  await bed.client({}, { tokens: store }).stkPush(push)
  const overtaken: typeof fetch = async (...call) => {
    const reply = await fetch(...call)
    await store.write("token-of-another", bed.clock.now() + 1)
    return reply
  }
  bed.answers.push(INVALID)

  await bed.client({}, { tokens: store, fetch: overtaken }).stkPush(push)

  expect(bed.tokenCalls()).toHaveLength(1)
  expect(tokens()).toEqual([
    "Bearer token-1",
    "Bearer token-1",
    "Bearer token-of-another",
  ])
})

it("asks once when two processes lose the same token", async () => {
  const store = new MemoryTokenStore()
  await bed.client({}, { tokens: store }).stkPush(push)
  let rejected = 0
  let release: () => void = () => undefined
  const both = new Promise<void>((resolve) => (release = resolve))
  const together: typeof fetch = async (...call) => {
    const reply = await fetch(...call)
    if (reply.status === 404) {
      rejected++
      if (rejected === 2) {
        release()
      }
      await both
    }
    return reply
  }
  bed.answers.push(INVALID, INVALID)

  await Promise.all(
    [1, 2].map(() =>
      bed.client({}, { tokens: store, fetch: together }).stkPush(push)
    )
  )

  expect(bed.tokenCalls()).toHaveLength(2)
  expect(tokens().slice(3)).toEqual(["Bearer token-2", "Bearer token-2"])
})

it.each<[string, Scripted, string]>([
  [
    "wrong credentials",
    fault(400, "400.008.01", "Invalid Authentication passed"),
    "configuration",
  ],
  [
    "wrong credentials, said with nothing",
    { status: 400, body: "" },
    "configuration",
  ],
  ["a 401", { status: 401, body: {} }, "configuration"],
  ["too many tokens", { status: 429, body: {} }, "throttled"],
  ["an error", { status: 500, body: {} }, "unavailable"],
  [
    "a block",
    { status: 403, body: "<html>", type: "text/html" },
    "unavailable",
  ],
  ["silence", "hang", "unavailable"],
  ["a broken connection", "drop", "unavailable"],
  ["no token in the answer", { body: {} }, "unavailable"],
])("%s: nothing was pushed", async (_, grant, reason) => {
  bed.grants.push(grant)
  const client = bed.client({}, { timeouts: patienceFor(grant) })

  expect(await client.stkPush(push)).toMatchObject({
    outcome: "refused",
    reason,
  })
  expect(bed.calls()).toEqual([])

  expect((await client.stkPush(push)).outcome).toBe("accepted")
})

it("counts an answer that does not say how long as an hour", async () => {
  bed.grants.push({ body: { access_token: "odd", expires_in: "soon" } })
  const client = bed.client()

  await client.stkPush(push)
  bed.clock.time += 3_000_000
  await client.stkPush(push)

  expect(tokens()).toEqual(["Bearer odd", "Bearer odd"])
})

it("does not throw when the shared store is down", async () => {
  const down: TokenStore = {
    read: () => Promise.reject(new Error("The cache is gone.")),
    write: () => Promise.resolve(),
    runExclusive: (work) => work(),
  }

  expect(await bed.client({}, { tokens: down }).stkPush(push)).toEqual({
    outcome: "refused",
    reason: "unavailable",
    code: "token-store",
    message: "The cache is gone.",
  })
  expect(bed.tokenCalls()).toEqual([])
})
