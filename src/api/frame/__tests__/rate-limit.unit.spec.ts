import { RateLimiterPostgres } from "rate-limiter-flexible"
import { logger } from "../../../logger"
import { classify } from "../rate-limit/classify"
import { counter, memoryCounter } from "../rate-limit/counter"
import { keyOf } from "../rate-limit/limits"
import type { Area } from "../request-state"

const areaOf = (path: string) => path.split("/")[1] as Area

describe("classify", () => {
  it.each([
    ["GET", "/store/products", { kind: "read" }],
    ["OPTIONS", "/store/carts", { kind: "read" }],
    ["POST", "/store/search", { kind: "read" }],
    ["POST", "/admin/products", { kind: "read" }],
    ["DELETE", "/admin/products/prod_1", { kind: "read" }],
    [
      "POST",
      "/auth/customer/emailpass",
      { kind: "credential", purpose: "log-in" },
    ],
    [
      "POST",
      "/auth/anybody/emailpass",
      { kind: "credential", purpose: "log-in" },
    ],
    [
      "POST",
      "/auth/customer/emailpass/register",
      { kind: "credential", purpose: "register" },
    ],
    ["POST", "/store/customers", { kind: "credential", purpose: "register" }],
    [
      "POST",
      "/auth/customer/emailpass/reset-password",
      { kind: "credential", purpose: "reset" },
    ],
    [
      "POST",
      "/auth/customer/emailpass/update",
      { kind: "credential", purpose: "reset" },
    ],
    [
      "POST",
      "/auth/verification/request",
      { kind: "credential", purpose: "code" },
    ],
    ["POST", "/auth/mfa/challenge", { kind: "credential", purpose: "code" }],
    ["POST", "/auth/session", { kind: "credential", purpose: "session" }],
    ["POST", "/auth/token/refresh", { kind: "credential", purpose: "session" }],
    ["DELETE", "/auth/session", { kind: "read" }],
    ["GET", "/auth/customer/google", { kind: "read" }],
    [
      "POST",
      "/store/carts/cart_1/promotions",
      { kind: "credential", purpose: "coupon" },
    ],
    [
      "POST",
      "/store/coupons/validate",
      { kind: "credential", purpose: "coupon" },
    ],
    [
      "DELETE",
      "/store/carts/cart_1/promotions",
      { kind: "write", owner: "cart_1" },
    ],
    [
      "POST",
      "/store/carts/cart_1/line-items",
      { kind: "write", owner: "cart_1" },
    ],
    ["POST", "/store/carts", { kind: "write", owner: undefined }],
    [
      "POST",
      "/store/payment-collections/paycol_1/payment-sessions",
      { kind: "write", owner: "paycol_1" },
    ],
    ["POST", "/store/customers/me", { kind: "write", owner: undefined }],
    ["POST", "/hooks/payment/stripe", { kind: "free" }],
    ["GET", "/static/a.png", { kind: "free" }],
    ["GET", "/health", { kind: "free" }],
  ])("%s %s", (method, path, expected) => {
    const known = ["store", "admin", "auth", "hooks", "static"]
    const area = areaOf(path)
    const state = { path, area: known.includes(area) ? area : undefined }
    expect(classify(method, state)).toEqual(expected)
  })
})

describe("memoryCounter", () => {
  it("allows exactly so many, also when all come at once", async () => {
    const count = memoryCounter("unit", { points: 10, seconds: 60 })
    const verdicts = await Promise.all(
      Array.from({ length: 25 }, () => count("one"))
    )
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(10)
    expect(verdicts[0]).toMatchObject({ limit: 10, remaining: 9, reset: 60 })
    expect(verdicts[24]).toMatchObject({ allowed: false, remaining: 0 })
    expect((await count("another")).allowed).toBe(true)
  })
})

describe("counter", () => {
  afterEach(() => jest.restoreAllMocks())

  it("goes on in memory, with the same limit, when its store is away", async () => {
    jest
      .spyOn(RateLimiterPostgres.prototype, "consume")
      .mockRejectedValue(new Error("connect ECONNREFUSED"))
    const warn = jest.spyOn(logger, "event").mockReturnValue()
    const knex = { raw: async () => undefined, client: {} }
    const count = counter(
      "unit",
      { points: 3, seconds: 60 },
      "postgres",
      () => knex as never
    )
    const allowed: boolean[] = []
    for (let request = 0; request < 5; request += 1) {
      allowed.push((await count("one")).allowed)
    }
    expect(allowed).toEqual([true, true, true, false, false])
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn.mock.calls[0][1]).toContain("cannot reach postgres")
  })
})

it("keys are short, of one form, and say nothing", () => {
  const key = keyOf("log-in", "amina@example.com", "41.90.1.2")
  expect(key).toMatch(/^[\w-]{27}$/)
  expect(key).not.toBe(keyOf("log-in", "amina@example.com", "41.90.1.3"))
  expect(keyOf("a", "bc")).not.toBe(keyOf("ab", "c"))
})
