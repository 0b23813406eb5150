import { call, startSimulators } from "../../support"

const KEY = { authorization: "Bearer sk_test_simulator" }

it("a simulators process of one's own plays a scripted fault once", async () => {
  const { url, control, stop } = await startSimulators()
  const ask = () => call(`${url}/v1/payment_intents`, { headers: KEY })
  await control.faults("stripe", [
    { fault: "status", status: 503, match: { path: "/v1/payment_intents" } },
  ])

  expect((await ask()).status).toBe(503)
  expect((await ask()).status).toBe(200)

  const journal = await control.journal("stripe")
  expect(journal.map(({ path, status }) => ({ path, status }))).toEqual([
    { path: "/v1/payment_intents", status: 503 },
    { path: "/v1/payment_intents", status: 200 },
  ])
  await control.clearJournal("stripe")
  expect(await control.journal("stripe")).toEqual([])

  expect(await control.phone("+254700000001")).toMatchObject({
    messages: [],
    prompts: [],
  })
  await stop()
  await expect(control.list()).rejects.toThrow()
})

it("says why the control refuses", async () => {
  const { control } = await startSimulators()

  await expect(control.journal("nobody")).rejects.toThrow(
    "The simulators answered 404 to GET /_sim/nobody/journal"
  )
})
