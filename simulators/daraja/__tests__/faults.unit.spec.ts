import { darajaFaults } from "../faults"
import { type DarajaBed, startDaraja } from "./bed"

let bed: DarajaBed

beforeEach(async () => {
  bed = await startDaraja()
})
afterEach(() => bed.close())

const codes = async () =>
  (await bed.callbacks()).map((callback) =>
    "code" in callback ? callback.code : callback.outcome
  )

it("loses a callback, and the query knows", async () => {
  await bed.faults(darajaFaults.lostCallback)
  const { checkoutRequestId } = await bed.push()

  await bed.answer("approve")

  expect(await codes()).toEqual([])
  expect(await bed.client.stkQuery(checkoutRequestId)).toMatchObject({
    outcome: "paid",
  })
})

it("sends a callback twice", async () => {
  await bed.faults(darajaFaults.doubledCallback)
  await bed.push()

  await bed.answer("approve")

  const [one, two] = await bed.callbacks()
  expect(one).toEqual(two)
})

it("sends a callback five minutes late", async () => {
  await bed.faults(darajaFaults.lateCallback)
  await bed.push()
  await bed.answer("approve")
  await new Promise(setImmediate)

  bed.clock.advance(299_999)
  await new Promise(setImmediate)
  expect(bed.shop.heard).toEqual([])
  bed.clock.advance(1)

  expect(await codes()).toEqual(["0"])
})

it("lets a later callback come first", async () => {
  await bed.faults(darajaFaults.overtakenCallback)
  await bed.push()
  await bed.answer("cancel")
  await bed.push()
  await bed.answer("approve")

  expect(await codes()).toEqual(["0", "1032"])
})

it("tells of a payment before the push is answered", async () => {
  await bed.faults(darajaFaults.callbackFirst)
  let isAnswered = false
  const push = bed.push().then((accepted) => {
    isAnswered = true
    return accepted
  })
  while (!bed.prompts().length) {
    await new Promise(setImmediate)
  }

  await bed.answer("approve")
  await bed.shop.told(1)
  expect(isAnswered).toBe(false)

  const { checkoutRequestId } = await push
  expect(await bed.callbacks()).toMatchObject([
    { outcome: "paid", checkoutRequestId },
  ])
})

it("may have put a prompt on the phone without a word", async () => {
  await bed.faults(darajaFaults.lostReply)

  expect(await bed.client.stkPush(bed.order)).toMatchObject({
    outcome: "unknown",
    cause: "connection",
  })
  expect(bed.prompts()).toHaveLength(1)
  await bed.answer("approve")
  expect(await codes()).toEqual(["0"])
})

it.each([
  ["spikeArrest", { outcome: "refused", reason: "throttled" }],
  ["blocked", { outcome: "unknown", cause: "unreadable", status: 403 }],
] as const)("turns a push away: %s", async (name, result) => {
  const { checkoutRequestId } = await bed.push()
  await bed.answer("cancel")
  await bed.faults(darajaFaults[name], darajaFaults[name])

  expect(await bed.client.stkPush(bed.order)).toMatchObject(result)
  expect(bed.prompts()).toHaveLength(1)
  expect(await bed.client.stkQuery(checkoutRequestId)).toMatchObject({
    outcome: name === "spikeArrest" ? "throttled" : "unknown",
  })
})

it("forgets a token, and the client gets another", async () => {
  await bed.faults(darajaFaults.invalidToken)

  expect((await bed.push()).outcome).toBe("accepted")
  expect(
    bed.sim.journal.list().filter(({ path }) => path === "/oauth/v1/generate")
  ).toHaveLength(2)
  expect(bed.prompts()).toHaveLength(1)
})

it("sends a callback again when the shop is down, if told to", async () => {
  await bed.config({ retry_delays_ms: [1_000] })
  bed.shop.answers.push(503)
  await bed.push()
  await bed.answer("approve")
  while (bed.sim.journal.list().at(-1)?.outcome !== "failed") {
    await new Promise(setImmediate)
  }

  bed.clock.advance(1_000)

  expect(await codes()).toEqual(["0", "0"])
})
