import { parseRequestTimeout, parseReversalResult, parseStatusResult } from ".."

const body = (
  ResultCode: unknown,
  parameters?: unknown,
  change: object = {}
) => ({
  Result: {
    ResultType: 0,
    ResultCode,
    ResultDesc: "words",
    OriginatorConversationID: "AG_1",
    ConversationID: "236543-276372-2",
    TransactionID: "SKJ3RT61SV",
    ...(parameters === undefined
      ? {}
      : { ResultParameters: { ResultParameter: parameters } }),
    ReferenceData: { ReferenceItem: { Key: "Occasion", Value: "" } },
    ...change,
  },
})

const request = {
  conversationId: "236543-276372-2",
  originatorConversationId: "AG_1",
  description: "words",
}

const status = (change: Record<string, unknown> = {}) =>
  Object.entries({
    ReceiptNo: "NLJ7RT61SV",
    Amount: 1500,
    TransactionStatus: "Completed",
    DebitPartyName: "254708374149 - John Doe",
    ReasonType: undefined,
    ...change,
  }).map(([Key, Value]) => ({ Key, Value }))

describe("the result of a status request", () => {
  it.each([0, "0"])("with code %j proves a receipt", (code) => {
    expect(parseStatusResult(body(code, status()))).toEqual({
      outcome: "completed",
      ...request,
      code: "0",
      receipt: "NLJ7RT61SV",
      amount: 1500,
    })
  })

  it("names another status", () => {
    expect(
      parseStatusResult(body(0, status({ TransactionStatus: "Declined" })))
    ).toMatchObject({ outcome: "not-completed", status: "Declined" })
  })

  it("with one parameter only comes without a list", () => {
    const only = { Key: "TransactionStatus", Value: "Expired" }

    expect(parseStatusResult(body(0, only))).toMatchObject({
      outcome: "not-completed",
      status: "Expired",
    })
  })

  it("without receipt or amount is no answer", () => {
    expect(
      parseStatusResult(body(0, status({ Amount: undefined })))
    ).toMatchObject({ outcome: "unanswered", reason: "unknown" })
  })

  it.each([
    [2001, "initiator-refused"],
    ["R000002", "unknown-transaction"],
    [4711, "unknown"],
  ])("with code %j says nothing of the payment", (code, reason) => {
    expect(parseStatusResult(body(code))).toEqual({
      outcome: "unanswered",
      ...request,
      code: String(code),
      reason,
    })
  })
})

describe("the result of a reversal", () => {
  it("names the receipt of the money's way back", () => {
    expect(parseReversalResult(body("0", []))).toEqual({
      outcome: "reversed",
      ...request,
      code: "0",
      receipt: "SKJ3RT61SV",
    })
  })

  it("that was done before is done", () => {
    expect(parseReversalResult(body("R000001"))).toMatchObject({
      outcome: "already-reversed",
    })
  })

  it.each([
    ["1", "shop-funds"],
    [11, "account-state"],
    [21, "not-permitted"],
    [2001, "initiator-refused"],
    [2006, "account-state"],
    [2028, "misconfigured"],
    ["8006", "initiator-locked"],
    ["R000002", "unknown-transaction"],
    ["hasOwnProperty", "unknown"],
  ])("with code %j failed: %s", (code, reason) => {
    expect(parseReversalResult(body(code))).toMatchObject({
      outcome: "failed",
      reason,
    })
  })
})

it("what waited too long may still be done", () => {
  expect(parseRequestTimeout(body(undefined))).toEqual({
    outcome: "timed-out",
    ...request,
  })
})

it.each([
  undefined,
  "{",
  {},
  { Result: null },
  body(0, [], { ConversationID: null, OriginatorConversationID: {} }),
])("%j is no result", (value) => {
  expect(parseStatusResult(value).outcome).toBe("unreadable")
  expect(parseReversalResult(value).outcome).toBe("unreadable")
  expect(parseRequestTimeout(value).outcome).toBe("unreadable")
})
