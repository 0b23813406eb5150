import { parseC2bConfirmation, parseStkCallback } from ".."

const items = (change: Record<string, unknown> = {}) =>
  Object.entries({
    Amount: 1500,
    MpesaReceiptNumber: "NLJ7RT61SV",
    Balance: 0,
    TransactionDate: 20191219102115,
    PhoneNumber: 254708374149,
    ...change,
  }).map(([Name, Value]) => ({ Name, Value }))

const callback = (
  ResultCode: unknown,
  Item?: unknown,
  change: object = {}
) => ({
  Body: {
    stkCallback: {
      MerchantRequestID: "29115-34620561-1",
      CheckoutRequestID: "ws_CO_191220191020363925",
      ResultCode,
      ResultDesc: "words",
      ...(Item === undefined ? {} : { CallbackMetadata: { Item } }),
      ...change,
    },
  },
})

const prompt = {
  merchantRequestId: "29115-34620561-1",
  checkoutRequestId: "ws_CO_191220191020363925",
  description: "words",
}

const paid = {
  outcome: "paid",
  ...prompt,
  code: "0",
  receipt: "NLJ7RT61SV",
  amount: 1500,
  phone: "254708374149",
  paidAt: new Date("2019-12-19T07:21:15Z"),
}

describe("an STK callback", () => {
  it("of a payment", () => {
    expect(parseStkCallback(callback(0, items()))).toEqual(paid)
  })

  it("is read from text as well", () => {
    expect(parseStkCallback(JSON.stringify(callback(0, items())))).toEqual(paid)
  })

  it.each<[string, unknown]>([
    [
      "everything as text",
      items({
        Amount: "1500.00",
        TransactionDate: "20191219102115",
        PhoneNumber: "254708374149",
      }),
    ],
    ["a balance without a value", [...items({ Balance: undefined })]],
    ["no balance", items().filter(({ Name }) => Name !== "Balance")],
    ["another order", items().reverse()],
    [
      "rubbish between",
      [null, 5, "x", {}, ...items(), { Name: "New", Value: {} }],
    ],
  ])("with %s is the same", (_, Item) => {
    expect(parseStkCallback(callback("0", Item))).toEqual(paid)
  })

  it.each([
    ["0722XXXXXX", "0722XXXXXX"],
    ["254708***430", "254708***430"],
    [undefined, null],
    [null, null],
    [{ odd: true }, null],
  ])("with the phone %j is paid all the same", (PhoneNumber, phone) => {
    expect(parseStkCallback(callback(0, items({ PhoneNumber })))).toEqual({
      ...paid,
      phone,
    })
  })

  it.each([20190231102115, "yesterday", undefined])(
    "with the date %j is paid at an unknown time",
    (TransactionDate) => {
      expect(parseStkCallback(callback(0, items({ TransactionDate })))).toEqual(
        {
          ...paid,
          paidAt: null,
        }
      )
    }
  )

  it.each<[string, unknown, string]>([
    ["no receipt", items({ MpesaReceiptNumber: undefined }), "no-receipt"],
    [
      "a receipt that is none",
      items({ MpesaReceiptNumber: "' OR 1=1" }),
      "no-receipt",
    ],
    ["no amount", items({ Amount: undefined }), "no-amount"],
    ["a negative amount", items({ Amount: -1500 }), "no-amount"],
    ["an amount of three decimals", items({ Amount: 1500.005 }), "no-amount"],
    ["an amount in words", items({ Amount: "1e3" }), "no-amount"],
    ["no items", undefined, "no-receipt"],
    ["items that are none", "x", "no-receipt"],
  ])("of success with %s is not money", (_, Item, because) => {
    expect(parseStkCallback(callback(0, Item))).toEqual({
      outcome: "unclear",
      ...prompt,
      code: "0",
      because,
    })
  })

  it.each([
    [1, "insufficient-funds", "later", false, false],
    [1032, "cancelled", "now", false, false],
    ["1037", "timeout", "now", false, true],
    [2001, "wrong-pin", "now", false, false],
    [2028, "misconfigured", "never", true, false],
    [2029, "temporary", "later", false, false],
    [12, "other", "never", false, false],
    ["SFC_IC0003", "unknown-party", "never", false, false],
  ])("with code %j failed: %s", (code, reason, retry, alert, reconcile) => {
    expect(parseStkCallback(callback(code))).toEqual({
      outcome: "failed",
      ...prompt,
      code: String(code),
      reason,
      retry,
      alert,
      reconcile,
    })
  })

  it.each([7777, "4999", "toString", -1])("with code %j is unclear", (code) => {
    expect(parseStkCallback(callback(code, items()))).toMatchObject({
      outcome: "unclear",
      because: "unknown-code",
      code: String(code),
    })
  })

  it.each([
    undefined,
    null,
    5,
    "",
    "{",
    [],
    {},
    { Body: null },
    { Body: { stkCallback: [] } },
    callback(undefined),
    callback({}),
    callback(0, items(), { CheckoutRequestID: undefined }),
    callback(0, items(), { MerchantRequestID: ["x"] }),
  ])("is unreadable as %j", (body) => {
    expect(parseStkCallback(body)).toEqual({
      outcome: "unreadable",
      detail: "The body is not an STK callback.",
    })
  })
})

describe("a C2B confirmation", () => {
  const confirmation = {
    TransactionType: "Pay Bill",
    TransID: "RKTQDM7W6S",
    TransTime: "20191122063845",
    TransAmount: "10.00",
    BusinessShortCode: "600638",
    BillRefNumber: "ORD1001",
    InvoiceNumber: "",
    OrgAccountBalance: "49197.00",
    ThirdPartyTransID: "",
    MSISDN: "2547 ***** 126",
    FirstName: "JOHN",
    MiddleName: "",
    LastName: "DOE",
  }
  const received = {
    outcome: "received",
    receipt: "RKTQDM7W6S",
    amount: 10,
    shortcode: "600638",
    reference: "ORD1001",
    phone: "2547 ***** 126",
    payerName: "JOHN DOE",
    type: "Pay Bill",
    paidAt: new Date("2019-11-22T03:38:45Z"),
  }

  it("says what came from where", () => {
    expect(parseC2bConfirmation(confirmation)).toEqual(received)
  })

  it("may hold numbers, and lack what is not money", () => {
    const { TransID, TransAmount } = confirmation

    expect(
      parseC2bConfirmation({
        TransID,
        TransAmount: Number(TransAmount),
        BusinessShortCode: 600638,
      })
    ).toEqual({
      ...received,
      reference: "",
      phone: null,
      payerName: "",
      type: "",
      paidAt: null,
    })
  })

  it.each([
    { TransID: undefined },
    { TransID: "" },
    { TransAmount: "ten" },
    { TransAmount: "-10.00" },
    { BusinessShortCode: null },
  ])("is unreadable with %j", (change) => {
    expect(parseC2bConfirmation({ ...confirmation, ...change })).toEqual({
      outcome: "unreadable",
      detail: "The body is not a C2B confirmation.",
    })
  })
})
