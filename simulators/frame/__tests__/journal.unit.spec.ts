import { ManualClock } from "../clock"
import { Journal } from "../journal"
import { maskBody, maskHeaders, maskQuery } from "../mask"

const draft = (path: string) => ({
  direction: "in" as const,
  method: "GET",
  path,
  headers: {},
})

describe("the journal", () => {
  it("keeps the newest entries, numbered through", () => {
    const journal = new Journal(new ManualClock(), 3)

    for (const path of ["/1", "/2", "/3", "/4"]) {
      journal.open(draft(path))
    }

    expect(journal.list().map(({ seq, path }) => [seq, path])).toEqual([
      [2, "/2"],
      [3, "/3"],
      [4, "/4"],
    ])
  })

  it("shows what is under way, and then how long it took", () => {
    const clock = new ManualClock()
    const journal = new Journal(clock)

    const close = journal.open(draft("/slow"))
    expect(journal.list()[0].outcome).toBe("under way")
    clock.advance(1200)
    close({ outcome: "answered", status: 200 })

    expect(journal.list()).toEqual([
      {
        seq: 1,
        at: "2026-01-01T00:00:00.000Z",
        direction: "in",
        method: "GET",
        path: "/slow",
        headers: {},
        outcome: "answered",
        status: 200,
        ms: 1200,
      },
    ])
  })
})

describe("what the journal hides", () => {
  it.each([
    ["authorization", "Bearer sk_test_123", "Bearer ***"],
    ["Authorization", "Basic c2VjcmV0", "Basic ***"],
    ["cookie", "session=1", "***"],
    ["x-api-key", "abc", "***"],
    ["idempotency-key", "capt_1", "capt_1"],
    ["stripe-signature", "t=1,v1=2", "t=1,v1=2"],
  ])("%s: %s", (name, value, shown) => {
    expect(maskHeaders({ [name]: value })).toEqual({
      [name.toLowerCase()]: shown,
    })
  })

  it("secrets by name at any depth, and card numbers", () => {
    expect(
      maskBody({
        Password: "x",
        SecurityCredential: "x",
        client_secret: "x",
        access_token: "x",
        consumer_key: "shown",
        key: "pk_test_1",
        card: { number: "4242424242424242", cvc: "123" },
        list: [{ pin: "1234" }],
        amount: 5,
        none: null,
      })
    ).toEqual({
      Password: "***",
      SecurityCredential: "***",
      client_secret: "***",
      access_token: "***",
      consumer_key: "shown",
      key: "***",
      card: { number: "***4242", cvc: "***" },
      list: [{ pin: "***" }],
      amount: 5,
      none: null,
    })
    expect(maskQuery(new URLSearchParams("client_secret=a&page=2"))).toEqual({
      client_secret: "***",
      page: "2",
    })
  })

  it("the rest of a very long text", () => {
    expect(maskBody("x".repeat(20_000))).toBe(
      `${"x".repeat(16_384)}… (20000 characters)`
    )
  })
})
