import {
  type CallOptions,
  type Shop,
  shopAt,
  startServer,
  unique,
} from "../../support"

let shop: Shop

beforeAll(async () => {
  shop = shopAt(
    await startServer({
      env: {
        RATE_LIMIT_DEVELOPMENT_FACTOR: "1",
        RATE_LIMIT_READ: "150/60s",
        RATE_LIMIT_WRITE: "5/15m",
        RATE_LIMIT_TRUSTED: "10.9.0.0/16",
        // One proxy, played by the test: each case comes from its own address.
        TRUSTED_PROXY_HOPS: "1",
      },
    })
  )
})

let last = 0
const address = () => `41.90.7.${(last += 1)}`

const from = (ip: string, options: CallOptions = {}): CallOptions => ({
  ...options,
  headers: { ...options.headers, "x-forwarded-for": ip },
})

const logIn = (ip: string, email: string, path = "/auth/customer/emailpass") =>
  shop.call(path, from(ip, { body: { email, password: "wrong" } }))

const times = async <T>(count: number, run: (index: number) => Promise<T>) => {
  const results: T[] = []
  for (let index = 0; index < count; index += 1) {
    results.push(await run(index))
  }
  return results
}

const statuses = (replies: { status: number }[]) =>
  replies.map(({ status }) => status)

const limited = (replies: { status: number }[]) =>
  statuses(replies).filter((status) => status === 429).length

describe("log-in", () => {
  it("is possible 10 times a minute for an account from an address", async () => {
    const ip = address()
    const email = `${unique("rate")}@example.com`
    const replies = await times(11, () => logIn(ip, email))
    expect(limited(replies.slice(0, 10))).toBe(0)
    const refused = replies[10]
    expect(refused.status).toBe(429)
    expect(refused.body).toEqual({
      type: "not_allowed",
      code: "rate_limited",
      message: expect.stringMatching(
        /^Too many requests. Try again in \d+ sec/
      ),
      request_id: refused.headers.get("x-request-id"),
    })
    const retryAfter = Number(refused.headers.get("retry-after"))
    expect(retryAfter).toBeGreaterThan(0)
    expect(retryAfter).toBeLessThanOrEqual(60)
    expect(refused.headers.get("ratelimit-limit")).toBe("10")
    expect(refused.headers.get("ratelimit-remaining")).toBe("0")
  })

  it("answers the right password as the wrong one while it is limited", async () => {
    const ip = address()
    const { email, password } = await shop.fixtures.customer()
    await times(10, () => logIn(ip, email))
    const { status, body } = await shop.call(
      "/auth/customer/emailpass",
      from(ip, { body: { email, password } })
    )
    expect({ status, code: body.code }).toEqual({
      status: 429,
      code: "rate_limited",
    })
  })

  it("of others goes on: another account here, the same one elsewhere", async () => {
    const ip = address()
    const email = `${unique("rate")}@example.com`
    await times(11, () => logIn(ip, email))
    const other = `${unique("rate")}@example.com`
    expect((await logIn(ip, other)).status).toBe(401)
    expect((await logIn(address(), email)).status).toBe(401)
  })

  it("is counted once however path and e-mail are written", async () => {
    const ip = address()
    const email = `${unique("rate")}@example.com`
    const paths = [
      "/auth/customer/emailpass",
      "/auth/customer/emailpass/",
      "/AUTH/Customer/emailpass",
      "/auth/user/emailpass",
      "/auth/somebody/emailpass",
    ]
    const replies = await times(15, (index) =>
      logIn(
        ip,
        index % 2 ? email : ` ${email.toUpperCase()} `,
        paths[index % paths.length]
      )
    )
    expect(limited(replies)).toBe(5)
  })

  it("lets exactly 10 of 50 pass that come at once", async () => {
    const ip = address()
    const email = `${unique("rate")}@example.com`
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => logIn(ip, email))
    )
    expect(limited(replies)).toBe(40)
  })

  it("does not let one address try all accounts", async () => {
    const ip = address()
    const replies = await times(101, (index) =>
      logIn(ip, `${unique("spray")}-${index}@example.com`)
    )
    expect(statuses(replies).indexOf(429)).toBe(100)
  })

  it.each([
    "/auth/customer/emailpass/register",
    "/auth/customer/emailpass/reset-password",
  ])("has its like in %s", async (path) => {
    const ip = address()
    const identifier = `${unique("rate")}@example.com`
    const replies = await times(11, () =>
      shop.call(
        path,
        from(ip, { body: { identifier, email: identifier, password: "x" } })
      )
    )
    expect(statuses(replies).indexOf(429)).toBe(10)
  })
})

describe("the address", () => {
  it("is not what the caller claims it to be", async () => {
    const ip = address()
    const email = `${unique("rate")}@example.com`
    const replies = await times(12, (index) =>
      shop.call("/auth/customer/emailpass", {
        body: { email, password: "wrong" },
        headers: {
          "x-forwarded-for": `6.6.6.${index}, ${ip}`,
          "x-client-ip": `6.6.7.${index}`,
          "x-real-ip": `6.6.8.${index}`,
          "cf-connecting-ip": `6.6.9.${index}`,
          "true-client-ip": `6.6.10.${index}`,
          forwarded: `for=6.6.11.${index}`,
        },
      })
    )
    expect(statuses(replies).indexOf(429)).toBe(10)
  })

  it("is a whole network when it is of IPv6", async () => {
    const email = `${unique("rate")}@example.com`
    const replies = await times(11, (index) =>
      logIn(`2001:db8:5:6::${index}`, email)
    )
    expect(statuses(replies).indexOf(429)).toBe(10)
  })

  it("of the shop's own servers is not limited, except an account's log-in", async () => {
    const email = `${unique("rate")}@example.com`
    const reads = await times(160, () =>
      shop.store("/markets", from("10.9.1.1"))
    )
    expect(limited(reads)).toBe(0)
    const replies = await times(12, (index) => logIn(`10.9.1.${index}`, email))
    expect(statuses(replies).indexOf(429)).toBe(10)
  })
})

describe("reads", () => {
  it("have a limit for each address, which every answer tells", async () => {
    const ip = address()
    const replies = await times(151, () => shop.store("/markets", from(ip)))
    expect(statuses(replies).indexOf(429)).toBe(150)
    expect(replies[0].headers.get("ratelimit-limit")).toBe("150")
    expect(replies[0].headers.get("ratelimit-remaining")).toBe("149")
    expect(Number(replies[0].headers.get("ratelimit-reset"))).toBeGreaterThan(0)

    const others = await Promise.all([
      shop.admin("/shop", from(ip, { token: "none" })),
      shop.call("/health", from(ip)),
      shop.call("/hooks/payment/nope", from(ip, { body: {} })),
      shop.store("/markets", from(address())),
    ])
    expect(statuses(others)).toEqual([429, 200, expect.any(Number), 200])
    expect(others[2].status).not.toBe(429)
  })

  it("that are refused can be read by the shop's page", async () => {
    const ip = address()
    const origin = "http://localhost:8000"
    const send = () => shop.store("/markets", from(ip, { headers: { origin } }))
    await times(150, send)
    const { status, headers } = await send()
    expect(status).toBe(429)
    expect(headers.get("access-control-allow-origin")).toBe(origin)
    expect(headers.get("access-control-expose-headers")).toContain(
      "Retry-After"
    )
  })
})

describe("writes", () => {
  const cart = async () => {
    const { body } = await shop.store<{ cart: { id: string } }>(
      "/carts",
      from(address(), { body: { region_id: shop.seed.regions.ke } })
    )
    return body.cart.id
  }
  const write = (ip: string, id: string, token?: string) =>
    shop.store(`/carts/${id}`, from(ip, { body: { metadata: {} }, token }))

  it("are counted for the cart, wherever the guest comes from", async () => {
    const id = await cart()
    const replies = await times(6, () => write(address(), id))
    expect(statuses(replies)).toEqual([200, 200, 200, 200, 200, 429])
    expect((await write(address(), await cart())).status).toBe(200)
  })

  it("are counted for the customer over all carts", async () => {
    const { token } = await shop.asCustomer()
    const ids = [await cart(), await cart()]
    const ip = address()
    const replies = await times(6, (index) => write(ip, ids[index % 2], token))
    expect(statuses(replies)).toEqual([200, 200, 200, 200, 200, 429])
  })

  it("change nothing when they are refused", async () => {
    const id = await cart()
    await times(5, () => write(address(), id))
    const read = () =>
      shop.sql("SELECT updated_at, email FROM cart WHERE id = $1", [id])
    const before = await read()
    const { status } = await shop.store(
      `/carts/${id}`,
      from(address(), { body: { email: "late@example.com" } })
    )
    expect(status).toBe(429)
    expect(await read()).toEqual(before)
  })

  it("of coupons are guesses, and counted like log-ins", async () => {
    const id = await cart()
    const ip = address()
    const replies = await times(11, (index) =>
      shop.store(
        `/carts/${id}/promotions`,
        from(ip, { body: { promo_codes: [`GUESS${index}`] } })
      )
    )
    expect(statuses(replies).indexOf(429)).toBe(10)
  })
})
