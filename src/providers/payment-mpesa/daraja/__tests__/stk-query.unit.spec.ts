import {
  accepted,
  type Bed,
  fault,
  patienceFor,
  type Scripted,
  startBed,
} from "./bed"

let bed: Bed

beforeEach(async () => {
  bed = await startBed()
})
afterEach(() => bed.close())

const ID = accepted.CheckoutRequestID

const result = (ResultCode: unknown, change: object = {}): Scripted => ({
  body: {
    ResponseCode: "0",
    ResponseDescription: "The service request has been accepted successsfully",
    MerchantRequestID: accepted.MerchantRequestID,
    CheckoutRequestID: ID,
    ResultCode,
    ResultDesc: "words",
    ...change,
  },
})

const ask = (answer: Scripted) => {
  bed.answers.push(answer)
  return bed.client({}, { timeouts: patienceFor(answer) }).stkQuery(ID)
}

it("names the prompt and proves the passkey", async () => {
  await ask(result("0"))

  expect(bed.calls()[0]).toMatchObject({
    path: "/mpesa/stkpushquery/v1/query",
    body: {
      BusinessShortCode: "174379",
      Timestamp: "20270101003005",
      CheckoutRequestID: ID,
    },
  })
})

it.each(["0", 0])("%j is paid", async (code) => {
  expect(await ask(result(code))).toEqual({
    outcome: "paid",
    code: "0",
    description: "words",
  })
})

it.each([
  ["1", "insufficient-funds", "later"],
  ["17", "repeated", "later"],
  ["1001", "busy", "later"],
  ["1019", "expired", "now"],
  ["1025", "unreachable", "now"],
  [1032, "cancelled", "now"],
  ["1037", "timeout", "now"],
  ["2001", "wrong-pin", "now"],
  ["SFC_IC0003", "unknown-party", "never"],
])("%j is failed: %s", async (code, reason, retry) => {
  expect(await ask(result(code))).toMatchObject({
    outcome: "failed",
    code: String(code),
    reason,
    retry,
    reconcile: String(code) === "1037",
  })
})

it.each([
  [
    "the error that says so",
    fault(500, "500.001.1001", "The transaction is being processed"),
    "processing",
  ],
  ["4999", result("4999"), "processing"],
  [
    "an id asked for too early",
    fault(400, "400.002.02", "Bad Request - Invalid CheckoutRequestID"),
    "not-known-yet",
  ],
])("%s is pending", async (_, answer, because) => {
  expect(await ask(answer)).toEqual({ outcome: "pending", because })
})

it.each([
  [
    "the gateway's 429",
    {
      status: 429,
      body: {
        fault: {
          faultstring: "Spike arrest violation",
          detail: { errorcode: "policies.ratelimit.SpikeArrestViolation" },
        },
      },
    },
  ],
  ["a bare 429", { status: 429, body: {} }],
  ["a 429 of a page", { status: 429, body: "<html>", type: "text/html" }],
  ["500.003.02", fault(500, "500.003.02", "System is busy")],
  ["the quota", fault(500, "500.003.03", "Quota Violation")],
])("%s is throttled", async (_, answer) => {
  expect(await ask(answer)).toMatchObject({ outcome: "throttled" })
})

it.each<[string, Scripted, string]>([
  ["a code nobody documents", result("7777"), "unknown-code"],
  ["a code of one source only", result("2029"), "unknown-code"],
  ["a name every object has", result("constructor"), "unknown-code"],
  ["no result", result(undefined), "incomplete"],
  [
    "another prompt",
    result("0", { CheckoutRequestID: "ws_CO_1" }),
    "incomplete",
  ],
  ["another response code", result("0", { ResponseCode: "1" }), "incomplete"],
  [
    "a wrong password",
    fault(500, "500.001.1001", "Wrong credentials"),
    "refused",
  ],
  [
    "a short code of nobody",
    fault(500, "500.001.1001", "Merchant does not exist"),
    "refused",
  ],
  [
    "another field",
    fault(400, "400.002.02", "Bad Request - Invalid Timestamp"),
    "refused",
  ],
  [
    "the overloaded code with other words",
    fault(500, "500.001.1001", "?"),
    "server-error",
  ],
  ["silence", "hang", "timeout"],
  ["a broken connection", "drop", "connection"],
  ["HTML", { status: 403, body: "<html>", type: "text/html" }, "unreadable"],
])("%s says nothing of the payment", async (_, answer, cause) => {
  expect(await ask(answer)).toMatchObject({ outcome: "unknown", cause })
})
