import { connectionTo } from "../connection"

const patience = { timeout: 15_000, maxNetworkRetries: 1 }

it("is Stripe's own, with an end to waiting, without simulators", () => {
  expect(connectionTo(undefined, "sk_live_1")).toEqual(patience)
})

it.each([
  ["http://localhost:4010", { host: "localhost", port: "4010" }],
  ["http://127.0.0.1", { host: "127.0.0.1", port: "80" }],
])("is the stand-in at %s", (url, place) => {
  expect(connectionTo(url, "sk_test_simulator")).toEqual({
    ...patience,
    ...place,
    protocol: "http",
  })
})

it.each([
  "https://api.stripe.com",
  "http://stripe.example:4010",
  "http://localhost.example",
])("is never %s", (url) => {
  expect(() => connectionTo(url, "sk_test_simulator")).toThrow(
    `The simulated Stripe is at ${url}, which is not an http address of this machine.`
  )
})

it("gives no live key to the stand-in", () => {
  expect(() => connectionTo("http://localhost:4010", "sk_live_1")).toThrow(
    "A live Stripe key would go to the simulators."
  )
})
