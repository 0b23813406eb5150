import { SIMULATED_ACCOUNT } from "../../../src/providers/payment-mpesa/daraja"
import { type DarajaBed, SHOPPER, startDaraja } from "./bed"

const PUSH = "/mpesa/stkpush/v1/processrequest"

let bed: DarajaBed
let token: string

beforeEach(async () => {
  bed = await startDaraja()
  token = `Bearer ${String((await bed.token()).body.access_token)}`
})
afterEach(() => bed.close())

const password = (time: string, passkey: string = SIMULATED_ACCOUNT.passkey) =>
  Buffer.from(`174379${passkey}${time}`).toString("base64")

const fields = () => ({
  BusinessShortCode: "174379",
  Password: password("20270101003005"),
  Timestamp: "20270101003005",
  TransactionType: "CustomerPayBillOnline",
  Amount: 1500,
  PartyA: SHOPPER,
  PartyB: "174379",
  PhoneNumber: SHOPPER,
  CallBackURL: bed.order.callbackUrl,
  AccountReference: "ORD1001",
  TransactionDesc: "Order 1001",
})

it("takes numbers as text and text as numbers", async () => {
  const { status } = await bed.post(
    PUSH,
    { ...fields(), Amount: "1500", PhoneNumber: Number(SHOPPER) },
    token
  )

  expect(status).toBe(200)
  expect(bed.prompts()[0].amount).toBe(1500)
})

it.each([
  [{ BusinessShortCode: "1743" }, "BusinessShortCode"],
  [{ BusinessShortCode: undefined }, "BusinessShortCode"],
  [{ Timestamp: "2027-01-01" }, "Timestamp"],
  [{ Timestamp: "20271399999999" }, "Timestamp"],
  // The same moment, told by a clock in UTC.
  [
    { Timestamp: "20261231213005", Password: password("20261231213005") },
    "Timestamp",
  ],
  [{ TransactionType: "CustomerPayBill" }, "TransactionType"],
  [{ Amount: 0 }, "Amount"],
  [{ Amount: -1 }, "Amount"],
  [{ Amount: 1.5 }, "Amount"],
  [{ Amount: "1500.00" }, "Amount"],
  [{ Amount: 250_001 }, "Amount"],
  [{ Amount: { $gt: 0 } }, "Amount"],
  [{ PartyA: "0712345678" }, "PartyA"],
  [{ PhoneNumber: "+254712345678" }, "PhoneNumber"],
  [{ PhoneNumber: "254812345678" }, "PhoneNumber"],
  [{ PhoneNumber: "25471234567" }, "PhoneNumber"],
  [{ PartyB: "x" }, "PartyB"],
  [{ CallBackURL: "" }, "CallBackURL"],
  [{ CallBackURL: "http://shop.example/hooks" }, "CallBackURL"],
  [{ CallBackURL: "https://shop.example/hooks " }, "CallBackURL"],
  [{ CallBackURL: "https://shop.example/hooks/mpesa" }, "CallBackURL"],
  [{ CallBackURL: "https://shop.example/hooks/M-Pesa/1" }, "CallBackURL"],
  [{ AccountReference: "" }, "AccountReference"],
  [{ AccountReference: "ORD#1001" }, "AccountReference"],
  [{ AccountReference: "ORDER10000001" }, "AccountReference"],
  [{ TransactionDesc: "Order 10000001" }, "TransactionDesc"],
  [{ TransactionDesc: "Tea & milk" }, "TransactionDesc"],
  [{ TransactionDesc: undefined }, "TransactionDesc"],
])("refuses a push with %j", async (change, field) => {
  const reply = await bed.post(PUSH, { ...fields(), ...change }, token)

  expect(reply).toEqual({
    status: 400,
    body: {
      requestId: expect.any(String),
      errorCode: "400.002.02",
      errorMessage: `Bad Request - Invalid ${field}`,
    },
  })
  expect(bed.prompts()).toEqual([])
})

it.each([
  [{ BusinessShortCode: "600000" }, "Merchant does not exist"],
  [{ Password: password("20270101003005", "another") }, "Wrong credentials"],
  [{ Password: password("20270101003006") }, "Wrong credentials"],
  [{ Password: undefined }, "Wrong credentials"],
])("does not believe %j", async (change, words) => {
  const reply = await bed.post(PUSH, { ...fields(), ...change }, token)

  expect(reply).toMatchObject({
    status: 500,
    body: { errorCode: "500.001.1001", errorMessage: words },
  })
  expect(bed.prompts()).toEqual([])
})

it.each([
  ["a form", "Amount=1", "application/x-www-form-urlencoded"],
  ["broken JSON", "{", "application/json"],
  ["a list", "[]", "application/json"],
])("does not read %s", async (_, body, type) => {
  expect(await bed.post(PUSH, body, token, type)).toMatchObject({
    status: 400,
    body: { errorCode: "400.002.05" },
  })
})

it.each([
  ["POST", "/mpesa/nothing", 404, "404.001.01"],
  ["GET", PUSH, 405, "405.001"],
])("answers %s %s with %d", async (method, path, status, code) => {
  const reply = await fetch(`${bed.url}${path}`, {
    method,
    headers: { authorization: token },
  })

  expect(reply.status).toBe(status)
  expect(await reply.json()).toMatchObject({ errorCode: code })
})

describe("a token", () => {
  it("is given for an hour, which is said in text", async () => {
    expect(await bed.token()).toEqual({
      status: 200,
      body: { access_token: expect.any(String), expires_in: "3599" },
    })
  })

  it.each([
    ["a wrong secret", "Basic eDp5", undefined, "400.008.01"],
    ["no Basic authorization", "Bearer x", undefined, "400.008.01"],
    ["no grant type", undefined, "", "400.008.02"],
    ["another grant type", undefined, "?grant_type=password", "400.008.02"],
  ])("is not given for %s", async (_, authorization, query, code) => {
    const headers = authorization ? { authorization } : undefined

    expect(await bed.token(headers, query)).toMatchObject({
      status: 400,
      body: { errorCode: code },
    })
    expect((await bed.post(PUSH, fields(), token)).status).toBe(200)
  })

  it("is killed by the next", async () => {
    await bed.token()

    expect(await bed.post(PUSH, fields(), token)).toMatchObject({
      status: 404,
      body: { errorCode: "404.001.03", errorMessage: "Invalid Access Token" },
    })
    expect(bed.prompts()).toEqual([])
  })

  it("ends", async () => {
    bed.clock.advance(3_599_000)

    expect(await bed.post(PUSH, fields(), token)).toMatchObject({
      body: { errorCode: "404.001.03" },
    })
  })

  it.each(["", "Basic eDp5"])("is not %j", async (authorization) => {
    expect(await bed.post(PUSH, fields(), authorization)).toMatchObject({
      status: 404,
      body: { errorCode: "404.001.04" },
    })
  })

  it("that another client has killed is renewed unseen", async () => {
    const other = bed.connect()
    await bed.push()
    await bed.answer("cancel")

    expect((await other.stkPush(bed.order)).outcome).toBe("accepted")
    await bed.answer("cancel")
    expect((await bed.client.stkPush(bed.order)).outcome).toBe("accepted")
  })
})

it("keeps secrets out of the journal", async () => {
  await bed.push()

  const journal = JSON.stringify(bed.sim.journal.list())
  expect(journal).toContain("***")
  expect(journal).not.toContain(SIMULATED_ACCOUNT.passkey)
  expect(journal).not.toContain(password("20270101003005"))
  expect(journal).not.toContain(token.slice("Bearer ".length))
})
