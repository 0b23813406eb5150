import {
  createDaraja,
  DARAJA_HOSTS,
  DarajaMisuse,
  SIMULATED_ACCOUNT,
  toAccountReference,
} from ".."
import { type Bed, fault, startBed } from "./bed"

let bed: Bed

beforeEach(async () => {
  bed = await startBed()
})
afterEach(() => bed.close())

const queued = {
  body: {
    OriginatorConversationID: "AG_1",
    ConversationID: "236543-276372-2",
    ResponseCode: "0",
    ResponseDescription: "Accept the service request successfully.",
  },
}
const addresses = {
  resultUrl: "http://localhost:9000/hooks/stk/1/result",
  timeoutUrl: "http://localhost:9000/hooks/stk/1/timeout",
}

describe("a request that is answered later", () => {
  it("for a reversal names the payment and its whole amount", async () => {
    bed.answers.push(queued)

    const result = await bed.client().reversal({
      receipt: "NLJ7RT61SV",
      amount: 1500,
      remarks: "Refund of order #1001",
      ...addresses,
    })

    expect(result).toEqual({
      outcome: "queued",
      conversationId: "236543-276372-2",
      originatorConversationId: "AG_1",
    })
    expect(bed.calls()[0]).toMatchObject({ path: "/mpesa/reversal/v1/request" })
    expect(bed.calls()[0].body).toEqual({
      Initiator: "testapi",
      SecurityCredential: expect.stringMatching(/^[A-Za-z0-9+/]{342}==$/),
      CommandID: "TransactionReversal",
      TransactionID: "NLJ7RT61SV",
      Amount: 1500,
      ReceiverParty: "174379",
      RecieverIdentifierType: "11",
      ResultURL: addresses.resultUrl,
      QueueTimeOutURL: addresses.timeoutUrl,
      Remarks: "Refund of order 1001",
    })
  })

  it.each([
    [{ receipt: "NLJ7RT61SV" }, { TransactionID: "NLJ7RT61SV" }],
    [{ originatorConversationId: "AG_0" }, { OriginalConversationID: "AG_0" }],
  ])("for a status names the payment by %j", async (by, sent) => {
    bed.answers.push(queued)

    await bed.client().transactionStatus({ ...by, ...addresses, remarks: "#" })

    expect(bed.calls()[0].body).toEqual({
      Initiator: "testapi",
      SecurityCredential: expect.any(String),
      CommandID: "TransactionStatusQuery",
      ...sent,
      PartyA: "174379",
      IdentifierType: "4",
      ResultURL: addresses.resultUrl,
      QueueTimeOutURL: addresses.timeoutUrl,
      Remarks: "Shop",
    })
  })

  it("needs an initiator", async () => {
    const { initiator: _, ...account } = SIMULATED_ACCOUNT
    const client = createDaraja({ ...account, baseUrl: bed.baseUrl })

    expect(
      await client.transactionStatus({
        receipt: "NLJ7RT61SV",
        remarks: "Check",
        ...addresses,
      })
    ).toMatchObject({ outcome: "refused", reason: "configuration" })
    expect(bed.calls()).toEqual([])
  })

  it.each([
    [{ amount: 10.5 }, "amount"],
    [{ resultUrl: "nowhere" }, "callback-url"],
    [{ timeoutUrl: "http://localhost/ " }, "callback-url"],
  ])("with %j does not leave", async (change, reason) => {
    const result = await bed.client().reversal({
      receipt: "NLJ7RT61SV",
      amount: 1500,
      remarks: "Refund",
      ...addresses,
      ...change,
    })

    expect(result).toMatchObject({ outcome: "refused", reason })
    expect(bed.calls()).toEqual([])
  })

  it("that got no answer may have been taken", async () => {
    bed.answers.push("drop")

    expect(
      await bed.client().reversal({
        receipt: "NLJ7RT61SV",
        amount: 1500,
        remarks: "Refund",
        ...addresses,
      })
    ).toMatchObject({ outcome: "unknown", cause: "connection" })
  })
})

describe("registering C2B addresses", () => {
  const urls = {
    confirmationUrl: "https://shop.example/hooks/c2b/1",
    validationUrl: "https://shop.example/hooks/c2b/2",
    whenUnreachable: "Completed",
  } as const

  it("says where to, and what to do without us", async () => {
    bed.answers.push({
      body: { OriginatorCoversationID: "1", ResponseCode: "0" },
    })

    expect(await bed.client().registerUrls(urls)).toEqual({
      outcome: "registered",
    })
    expect(bed.calls()[0]).toMatchObject({
      path: "/mpesa/c2b/v2/registerurl",
      body: {
        ShortCode: "174379",
        ResponseType: "Completed",
        ConfirmationURL: urls.confirmationUrl,
        ValidationURL: urls.validationUrl,
      },
    })
  })

  it("a second time is no failure", async () => {
    bed.answers.push(fault(500, "500.003.1001", "Urls are already registered"))

    expect(await bed.client().registerUrls(urls)).toEqual({
      outcome: "already-registered",
    })
  })

  it.each(["mpesa", "M-Pesa", "safaricom", "sql", "cmd", "exec", "query"])(
    "with %s in an address does not leave",
    async (word) => {
      expect(
        await bed.client().registerUrls({
          ...urls,
          validationUrl: `https://shop.example/${word}/1`,
        })
      ).toMatchObject({ outcome: "refused", reason: "callback-url" })
      expect(bed.calls()).toEqual([])
    }
  )
})

describe("pulling payments", () => {
  const day = {
    from: new Date("2026-03-01T21:00:00Z"),
    to: new Date("2026-03-02T21:00:00Z"),
  }
  const row = {
    transactionId: "RKTQDM7W6S",
    trxDate: "2026-03-02T10:13:00Z",
    msisdn: 722000000,
    sender: "MPESA",
    transactiontype: "c2b-pay-bill-debit",
    billreference: "ORD1001",
    amount: "168.00",
    organizationname: "Duka",
  }
  const payment = {
    receipt: "RKTQDM7W6S",
    amount: 168,
    date: "2026-03-02T10:13:00Z",
    phone: "722000000",
    reference: "ORD1001",
    type: "c2b-pay-bill-debit",
  }

  it.each([[[row]], [[[row]]]])("reads %j", async (Response) => {
    bed.answers.push({ body: { ResponseCode: "1000", Response } })

    expect(await bed.client().pullTransactions(day)).toEqual({
      outcome: "pulled",
      transactions: [payment],
      unreadable: 0,
    })
    expect(bed.calls()[0]).toMatchObject({
      path: "/pulltransactions/v1/query",
      body: {
        ShortCode: "174379",
        StartDate: "2026-03-02 00:00:00",
        EndDate: "2026-03-03 00:00:00",
        OffSetValue: "0",
      },
    })
  })

  it("counts what it cannot read", async () => {
    bed.answers.push({
      body: {
        ResponseCode: 1000,
        Response: [
          row,
          null,
          { ...row, amount: "x" },
          { ...row, transactionId: "" },
        ],
      },
    })

    expect(await bed.client().pullTransactions(day)).toEqual({
      outcome: "pulled",
      transactions: [payment],
      unreadable: 3,
    })
  })

  it("may find nothing", async () => {
    bed.answers.push({ body: { ResponseCode: "1001", Response: "none" } })

    expect(await bed.client().pullTransactions(day)).toEqual({
      outcome: "pulled",
      transactions: [],
      unreadable: 0,
    })
  })

  it("is refused by another code", async () => {
    bed.answers.push({
      body: { ResponseCode: "1002", ResponseMessage: "Not registered" },
    })

    expect(await bed.client().pullTransactions(day)).toEqual({
      outcome: "refused",
      reason: "request",
      code: "1002",
      message: "Not registered",
    })
  })

  it("of a day that ends before it starts is a mistake", async () => {
    await expect(
      bed.client().pullTransactions({ from: day.to, to: day.from })
    ).rejects.toThrow(DarajaMisuse)
  })

  it("is switched on with a number and an address", async () => {
    bed.answers.push({ body: { ResponseCode: "1001" } })

    expect(
      await bed.client().registerPull({
        phone: "+254712345678",
        callbackUrl: "https://shop.example/hooks/pull",
      })
    ).toEqual({ outcome: "registered" })
    expect(bed.calls()[0].body).toEqual({
      ShortCode: "174379",
      RequestType: "Pull",
      NominatedNumber: "254712345678",
      CallBackURL: "https://shop.example/hooks/pull",
    })
  })
})

describe("an account", () => {
  const make = (change: object) => () =>
    createDaraja({
      ...SIMULATED_ACCOUNT,
      baseUrl: DARAJA_HOSTS.sandbox,
      ...change,
    })

  it.each([
    { baseUrl: "http://api.safaricom.co.ke" },
    { baseUrl: "https://api.safaricom.co.ke/oauth" },
    { baseUrl: "nowhere" },
    { shortcode: "1743" },
    { till: "" },
    { consumerSecret: "" },
    { passkey: "" },
    { initiator: { name: "a", password: "geheim", certificate: "none" } },
  ])("with %j is a mistake", (change) => {
    expect(make(change)).toThrow(DarajaMisuse)
    expect(make(change)).not.toThrow("geheim")
  })

  it.each([
    {},
    { baseUrl: "https://api.safaricom.co.ke/" },
    { baseUrl: "http://127.0.0.1:4000" },
    { till: "5123456" },
  ])("with %j is fine", (change) => {
    expect(make(change)).not.toThrow()
  })
})

it.each([
  ["#1001", "1001"],
  ["Order 1001 of March", "Order1001ofM"],
  ["Ünï", "Uni"],
  ["#", ""],
])("makes the account reference of %j: %j", (text, reference) => {
  expect(toAccountReference(text)).toBe(reference)
})
