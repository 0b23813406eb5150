import { type DarajaBed, startDaraja } from "./bed"

let bed: DarajaBed

beforeEach(async () => {
  bed = await startDaraja()
})
afterEach(() => bed.close())

const ask = (id: string) => bed.client.stkQuery(id)

it.each(["error", "4999"])(
  "says as %s that the shopper has not answered",
  async (pending_as) => {
    await bed.config({ pending_as })
    const { checkoutRequestId } = await bed.push()

    expect(await ask(checkoutRequestId)).toEqual({
      outcome: "pending",
      because: "processing",
    })
    expect(bed.sim.journal.list().at(-1)?.status).toBe(
      pending_as === "error" ? 500 : 200
    )
  }
)

it.each([
  ["approve", { outcome: "paid", code: "0" }],
  ["cancel", { outcome: "failed", reason: "cancelled" }],
  ["timeout", { outcome: "failed", reason: "timeout", reconcile: true }],
  ["wrong-pin", { outcome: "failed", reason: "wrong-pin" }],
  ["no-funds", { outcome: "failed", reason: "insufficient-funds" }],
] as const)("knows of %s, told or not", async (action, result) => {
  const { checkoutRequestId } = await bed.push()

  await bed.answer(action, 0)

  expect(await ask(checkoutRequestId)).toMatchObject(result)
  expect(await bed.callbacks()).toEqual([])
})

it("does not know a prompt of nobody", async () => {
  expect(await ask("ws_CO_1")).toEqual({
    outcome: "pending",
    because: "not-known-yet",
  })
})

it("does not know a prompt too early", async () => {
  await bed.config({ too_early_ms: 5_000 })
  const { checkoutRequestId } = await bed.push()

  bed.clock.advance(4_999)
  expect(await ask(checkoutRequestId)).toMatchObject({
    because: "not-known-yet",
  })
  bed.clock.advance(1)
  expect(await ask(checkoutRequestId)).toMatchObject({ because: "processing" })
})

it("turns away who asks too often", async () => {
  await bed.config({ query_limit: 2 })
  const { checkoutRequestId } = await bed.push()

  await ask(checkoutRequestId)
  await ask(checkoutRequestId)
  expect(await ask(checkoutRequestId)).toMatchObject({ outcome: "throttled" })
  bed.clock.advance(60_000)
  expect(await ask(checkoutRequestId)).toMatchObject({ outcome: "failed" })
})

it.each([
  ["pending", { outcome: "pending", because: "processing" }],
  ["1032", { outcome: "failed", reason: "cancelled" }],
  ["7777", { outcome: "unknown", cause: "unknown-code" }],
])("can say %s of what is paid", async (query_says, result) => {
  const { checkoutRequestId } = await bed.push()
  await bed.answer("approve")
  await bed.config({ query_says })

  expect(await ask(checkoutRequestId)).toMatchObject(result)
  expect(await bed.callbacks()).toMatchObject([{ outcome: "paid" }])
})

it("can say that it is paid when it is not", async () => {
  const { checkoutRequestId } = await bed.push()
  await bed.answer("cancel")
  await bed.config({ query_says: "0" })

  expect(await ask(checkoutRequestId)).toMatchObject({ outcome: "paid" })
})
