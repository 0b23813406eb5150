import { isMoving, isUnanswered, leftToReturn, possibilities } from "../state"
import type { Attempt, MoneyReturn, Story } from "../types"

const attempt = (state: Attempt["state"], id = "patt_1"): Attempt => ({
  id,
  number: 1,
  phone: "0712***678",
  amount: 500,
  currency_code: "kes",
  state,
  reason: null,
  code: null,
  receipt: null,
  provider_reference: null,
  started_by: "shopper",
  settled_by: null,
  created_at: "2026-03-01T12:00:00Z",
  asked_at: null,
  ended_at: null,
})

const returned = (
  state: MoneyReturn["state"],
  amount: number,
  attempt_id = "patt_1"
): MoneyReturn => ({
  id: `mret_${state}`,
  attempt_id,
  way: "manual",
  cause: "refund",
  amount,
  currency_code: "kes",
  state,
  receipt: null,
  error: null,
  note: null,
  requested_by: "user_1",
  created_at: "2026-03-01T12:00:00Z",
  done_at: null,
})

const story = (
  state: Story["state"],
  attempts: Attempt[],
  returns: MoneyReturn[] = []
): Story => ({
  id: "await_1",
  order_id: "order_1",
  display_id: 1,
  email: null,
  driver: "mpesa",
  amount: 500,
  currency_code: "kes",
  state,
  expires_at: null,
  created_at: "2026-03-01T12:00:00Z",
  attempts,
  returns,
  entries: [],
  differences: [],
})

describe("a payment that may change by itself", () => {
  it.each([
    ["waiting", [], true],
    ["settling", [], true],
    ["paid", [], false],
    ["paid", [returned("sent", 500)], true],
    ["paid", [returned("unknown", 500)], true],
    ["expired", [returned("requested", 500)], true],
    ["paid", [returned("done", 500), returned("failed", 1)], false],
  ] as const)("when it is %s with %j is %s", (state, returns, moving) => {
    expect(isMoving(story(state, [], [...returns]))).toBe(moving)
  })
})

describe("what is left to return", () => {
  const settled = attempt("settled")

  it.each([
    ["all of it at first", [], 500, true],
    ["what has not gone back", [returned("done", 100)], 400, false],
    ["not what is on its way", [returned("sent", 500)], 0, false],
    ["again what could not be returned", [returned("failed", 500)], 500, true],
    [
      "not less for a surplus of another attempt",
      [returned("done", 500, "patt_2")],
      500,
      true,
    ],
  ])("is %s", (_, returns, left, whole) => {
    expect(leftToReturn(story("paid", [settled], returns))).toEqual({
      left,
      whole,
    })
  })

  it("is nothing before it is paid", () => {
    expect(leftToReturn(story("waiting", [attempt("asked")]))).toEqual({
      left: 0,
      whole: false,
    })
  })
})

describe("what can be done", () => {
  it.each([
    ["waiting", "asked", ["ask", "check", "match"]],
    ["waiting", "refused", ["ask", "match"]],
    ["paid", "settled", ["give"]],
    ["expired", "failed", ["check", "match"]],
    ["expired", "surplus", []],
  ] as const)("when it is %s by an attempt %s", (state, how, expected) => {
    const possible = possibilities(story(state, [attempt(how)]))
    expect(
      Object.entries(possible).flatMap(([name, can]) => (can ? [name] : []))
    ).toEqual(expected)
  })
})

it.each([
  ["requested", false],
  ["sent", true],
  ["unknown", true],
  ["done", false],
  ["failed", false],
] as const)("staff may end a return that is %s: %s", (state, may) => {
  expect(isUnanswered(returned(state, 500))).toBe(may)
})
