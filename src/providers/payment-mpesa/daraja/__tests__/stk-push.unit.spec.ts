import { MemoryTokenStore, SIMULATED_ACCOUNT } from ".."
import {
  accepted,
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

describe("a push", () => {
  it("goes out as Safaricom wants it, at Nairobi's time", async () => {
    const result = await bed.client().stkPush(push)

    expect(result).toEqual({
      outcome: "accepted",
      merchantRequestId: accepted.MerchantRequestID,
      checkoutRequestId: accepted.CheckoutRequestID,
      customerMessage: accepted.CustomerMessage,
    })
    const [call] = bed.calls()
    expect(call).toMatchObject({
      method: "POST",
      path: "/mpesa/stkpush/v1/processrequest",
      headers: {
        authorization: "Bearer token-1",
        "content-type": "application/json",
      },
    })
    expect(call.body).toEqual({
      BusinessShortCode: "174379",
      Password: Buffer.from(
        `174379${SIMULATED_ACCOUNT.passkey}20270101003005`
      ).toString("base64"),
      Timestamp: "20270101003005",
      TransactionType: "CustomerPayBillOnline",
      Amount: 1500,
      PartyA: "254712345678",
      PartyB: "174379",
      PhoneNumber: "254712345678",
      CallBackURL: push.callbackUrl,
      AccountReference: "ORD1001",
      TransactionDesc: "Order 1001",
    })
  })

  it("to a till names the till as the receiver", async () => {
    await bed.client({ till: "5123456" }).stkPush(push)

    expect(bed.calls()[0].body).toMatchObject({
      BusinessShortCode: "174379",
      TransactionType: "CustomerBuyGoodsOnline",
      PartyB: "5123456",
    })
  })

  it.each([
    ["Order #1001 & more", "Order 1001 mo"],
    ["Café", "Cafe"],
    ["  a  b  ", "a b"],
    ["###", "ORD1001"],
  ])("describes %j as %j", async (description, sent) => {
    await bed.client().stkPush({ ...push, description })

    expect(bed.calls()[0].body.TransactionDesc).toBe(sent)
  })

  it.each([
    [{ amount: 0 }, "amount"],
    [{ amount: -5 }, "amount"],
    [{ amount: 0.5 }, "amount"],
    [{ amount: 1500.01 }, "amount"],
    [{ amount: 250_001 }, "amount"],
    [{ amount: NaN }, "amount"],
    [{ amount: Infinity }, "amount"],
    [{ phone: "0712345678" }, "phone"],
    [{ phone: "+254812345678" }, "phone"],
    [{ phone: "+25471234567" }, "phone"],
    [{ phone: "++254712345678" }, "phone"],
    [{ phone: "+8801712345678" }, "phone"],
    [{ accountReference: "" }, "reference"],
    [{ accountReference: "ORD-1001" }, "reference"],
    [{ accountReference: "ORDER10000001" }, "reference"],
    [{ callbackUrl: " https://shop.example/hooks" }, "callback-url"],
    [{ callbackUrl: "https://shop.example/hooks " }, "callback-url"],
    [{ callbackUrl: "/hooks/stk" }, "callback-url"],
  ])("with %j does not leave: %s", async (change, reason) => {
    const result = await bed.client().stkPush({ ...push, ...change })

    expect(result).toMatchObject({ outcome: "refused", reason })
    expect(bed.calls()).toEqual([])
    expect(bed.tokenCalls()).toEqual([])
  })

  it.each([1, 250_000])("of %d shillings leaves", async (amount) => {
    await bed.client().stkPush({ ...push, amount })

    expect(bed.calls()[0].body.Amount).toBe(amount)
  })
})

const gateway = (status: number, errorcode: string, faultstring: string) => ({
  status,
  body: { fault: { faultstring, detail: { errorcode } } },
})

describe("an answer that Safaricom did not send a prompt", () => {
  it.each<[string, Scripted, string, string]>([
    [
      "a wrong amount",
      fault(400, "400.002.02", "Bad Request - Invalid Amount"),
      "amount",
      "400.002.02",
    ],
    [
      "a wrong phone",
      fault(400, "400.002.02", "Bad Request - Invalid PhoneNumber"),
      "phone",
      "400.002.02",
    ],
    [
      "a wrong callback address",
      fault(400, "400.002.02", "Bad Request - Invalid CallBackURL"),
      "callback-url",
      "400.002.02",
    ],
    [
      "another wrong field",
      fault(400, "400.002.02", "Bad Request - Invalid Remarks"),
      "request",
      "400.002.02",
    ],
    [
      "a short code of nobody",
      fault(500, "500.001.1001", "Merchant does not exist"),
      "configuration",
      "500.001.1001",
    ],
    [
      "a wrong password",
      fault(500, "500.001.1001", "Wrong credentials"),
      "configuration",
      "500.001.1001",
    ],
    [
      "a phone that is busy",
      fault(
        500,
        "500.001.1001",
        "Unable to lock subscriber, a transaction is already in process for the current subscriber"
      ),
      "subscriber-busy",
      "500.001.1001",
    ],
    [
      "too many calls",
      fault(500, "500.003.02", "Error Occurred: Spike Arrest Violation"),
      "throttled",
      "500.003.02",
    ],
    [
      "too many calls, by the gateway",
      gateway(
        429,
        "policies.ratelimit.SpikeArrestViolation",
        "Spike arrest violation. Allowed rate : 5ps"
      ),
      "throttled",
      "policies.ratelimit.SpikeArrestViolation",
    ],
    [
      "a product the app does not have",
      gateway(
        401,
        "keymanagement.service.InvalidAPICallAsNoApiProductMatchFound",
        "Invalid API call as no apiproduct match found"
      ),
      "configuration",
      "keymanagement.service.InvalidAPICallAsNoApiProductMatchFound",
    ],
    [
      "a response code",
      { body: { ResponseCode: "1", ResponseDescription: "Rejected" } },
      "request",
      "1",
    ],
  ])("%s: refused", async (_, answer, reason, code) => {
    bed.answers.push(answer)

    expect(await bed.client().stkPush(push)).toMatchObject({
      outcome: "refused",
      reason,
      code,
    })
    expect(bed.calls()).toHaveLength(1)
  })

  it("no server at all: refused", async () => {
    const tokens = new MemoryTokenStore()
    await tokens.write("token", bed.clock.now() + 1)
    await bed.close()

    expect(await bed.client({}, { tokens }).stkPush(push)).toMatchObject({
      outcome: "refused",
      reason: "unavailable",
      code: "connection",
    })
  })
})

const BLOCKED =
  "<html><body>Request unsuccessful. Incident ID: 0-0</body></html>"

describe("an answer after which a prompt may be on the phone", () => {
  it.each<[string, Scripted, string]>([
    ["none in time", "hang", "timeout"],
    ["a broken connection", "drop", "connection"],
    [
      "an error",
      fault(500, "500.003.1001", "Internal Server Error"),
      "server-error",
    ],
    [
      "a busy system",
      fault(500, "500.003.02", "System is busy"),
      "server-error",
    ],
    ["an unknown error", fault(503, "500.009.99", "?"), "server-error"],
    ["an error without words", { status: 502, body: "" }, "server-error"],
    ["a gateway's time-out", { status: 408, body: {} }, "server-error"],
    ["HTML", { status: 403, body: BLOCKED, type: "text/html" }, "unreadable"],
    ["HTML as success", { body: BLOCKED, type: "text/html" }, "unreadable"],
    ["a redirect", { status: 302, body: "" }, "unreadable"],
    ["garbage", { body: '{"MerchantRequestID": "29' }, "unreadable"],
    ["a list", { body: "[]" }, "unreadable"],
    ["too much", { body: `{"a":"${"x".repeat(2_000_000)}"}` }, "unreadable"],
    ["nothing in it", { body: {} }, "incomplete"],
    ["no id", { body: { ...accepted, CheckoutRequestID: null } }, "incomplete"],
  ])("%s: unknown", async (_, answer, cause) => {
    const client = bed.client({}, { timeouts: patienceFor(answer) })
    bed.answers.push(answer)

    expect(await client.stkPush(push)).toMatchObject({
      outcome: "unknown",
      cause,
    })
    expect(bed.calls()).toHaveLength(1)
  })

  it("keeps the beginning of what it could not read, without people in it", async () => {
    bed.answers.push({
      status: 503,
      body: `<p>Blocked\n for 254712345678</p>${"x".repeat(500)}`,
      type: "text/html",
    })

    const result = await bed.client().stkPush(push)

    expect(result).toMatchObject({ outcome: "unknown", status: 503 })
    const { detail } = result as { detail: string }
    expect(detail).toContain("Blocked for 254***78")
    expect(detail.length).toBeLessThanOrEqual(200)
  })
})

it("takes numbers where Safaricom promises text", async () => {
  bed.answers.push({
    body: { ...accepted, ResponseCode: 0, CustomerMessage: undefined },
  })

  expect(await bed.client().stkPush(push)).toMatchObject({
    outcome: "accepted",
    customerMessage: "",
  })
})
