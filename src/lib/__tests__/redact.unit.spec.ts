import { maskEmail, maskPhone, redact, redactText, redactUrl } from "../redact"

describe("redactText", () => {
  it.each([
    ["sent to amina@example.com", "sent to a***@example.com"],
    ["amina.w+shop@mail.example.co.ke asked", "a***@mail.example.co.ke asked"],
    ["email=amina%40example.com", "email=a***%40example.com"],
    ["called +254712345678", "called +254***"],
    ["called %2B254712345678", "called +254***"],
    ["called +254 712 345 678", "called +254***"],
    ["called 254712345678", "called 254***78"],
    ["called 0712345678.", "called 071***78."],
    ["called 01712345678", "called 017***78"],
    ["called 0712 345 678", "called 071***78"],
    ["called (415) 555-2671", "called 415***71"],
    ["called +1 (415) 555-2671", "called +1***"],
    ["called 9876543210", "called 987***10"],
  ])("hides whom %j is about", (text, expected) => {
    expect(redactText(text)).toBe(expected)
  })

  it.each([
    ["Authorization: Bearer abcdef.ghijk", "Bearer"],
    ["authorization: Basic c2tfMTIzNDU2Nzg6", "c2tf"],
    ["token eyJhbGciOiJIUzI1NiJ9.eyJhY3RvciI6MX0.c2lnbmF0dXJl", "eyJ"],
    ["key sk_test_51HxAbCdEfGhIjKl", "51Hx"],
    ["key pk_0123456789abcdef0123456789abcdef", "0123456789abcdef"],
    ["key whsec_0123456789abcdef", "0123456789"],
    ["secret pi_3Abc_secret_9DefGhiJkl", "9DefGhiJkl"],
    ["postgres://duka:hunter22@localhost/duka", "hunter22"],
    ["redis://:hunter22@localhost", "hunter22"],
    ['{"password":"hunter22 and more"}', "hunter22"],
    ["{ password: 'hunter22' }", "hunter22"],
    ["password=hunter22&x=1", "hunter22"],
    ["new_password: hunter22", "hunter22"],
    ["access_token=abc123def", "abc123def"],
    ["refresh-token: abc123def", "abc123def"],
    ["otp=482913", "482913"],
    ["pin: 4829", "4829"],
    ["Cookie: connect.sid=s%3Aabcdef", "abcdef"],
    ["connect.sid=s%3Aabcdef", "abcdef"],
    ["x-publishable-api-key: abcdef0123", "abcdef0123"],
    ["/reset?code=482913", "482913"],
    ["client_secret=shhhhhhh", "shhhhhhh"],
  ])("hides the secret of %j", (text, secret) => {
    expect(redactText(text)).not.toContain(secret)
    expect(redactText(text)).toContain("[hidden]")
  })

  it.each([
    "order_01JAB3CDEFGHJKMNPQRSTVWXYZ was placed",
    "cart_01M7Y9TCXM7PBT68Z25Y278A2M",
    "prod_01234567890123456789012345",
    "GET /store/products/prod_01J?fields=id,title 200",
    "request 8524ee81-c0eb-404a-b86d-a0c792ed066c",
    "request 11111111-2222-3333-4444-555555555555",
    "2026-11-21T05:14:24.123Z",
    "2026-11-21 05:14:24",
    "at 1763702064123",
    "took 12.3456789012 ms",
    "limit=100&offset=20",
    "column 42 of 1000000",
    "127.0.0.1:39001",
    "port 55432, pid 12345678",
    "version 2.21.2",
    "KES 1,299.00 for 3 pieces",
    "error code: invalid_data",
    "tokens are refreshed; the password is checked",
    "Migration20260911115931",
  ])("leaves %j as it is", (text) => {
    expect(redactText(text)).toBe(text)
  })

  it("is done with a long hostile text in no time", () => {
    const started = performance.now()
    for (const part of [
      "a",
      "1",
      "@a.",
      "+1 ",
      "a-",
      "a=",
      "pin",
      "%40",
      "_",
    ]) {
      redactText(`${part.repeat(50_000)}=@`)
    }
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe("redactUrl", () => {
  it.each([
    ["/store/orders/order_01JAB3CDEFGHJKMNPQRSTVWXYZ", null],
    ["/store/products/a-very-long-handle-of-a-watch-2024", null],
    ["/admin/users/8524ee81-c0eb-404a-b86d-a0c792ed066c", null],
    ["/hooks/payment/stripe_stripe", null],
    ["/hooks/stk/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6", "/hooks/stk/[hidden]"],
    [
      "/admin/invites/accept?token=eyJhbGciOi.abc.def",
      "/admin/invites/accept?token=[hidden]",
    ],
    [
      "/admin/customers?q=amina%40example.com",
      "/admin/customers?q=a***%40example.com",
    ],
    [
      "/admin/customers?phone=%2B254712345678",
      "/admin/customers?phone=+254***",
    ],
  ])("%s", (url, expected) => {
    expect(redactUrl(url)).toBe(expected ?? url)
  })
})

describe("redact", () => {
  it("hides fields by their name, at every depth", () => {
    expect(
      redact({
        id: "cus_01JAB3CDEFGHJKMNPQRSTVWXYZ",
        email: "amina@example.com",
        phone: "+254712345678",
        phoneNumber: 254712345678,
        password: "hunter22",
        apiKey: "abc",
        nested: [{ accessToken: "abc", code: "482913", quantity: 3 }],
        headers: { authorization: "Bearer x", cookie: "a=b", accept: "*/*" },
      })
    ).toEqual({
      id: "cus_01JAB3CDEFGHJKMNPQRSTVWXYZ",
      email: "a***@example.com",
      phone: "+254***78",
      phoneNumber: "254***78",
      password: "[hidden]",
      apiKey: "[hidden]",
      nested: [{ accessToken: "[hidden]", code: "[hidden]", quantity: 3 }],
      headers: {
        authorization: "[hidden]",
        cookie: "[hidden]",
        accept: "*/*",
      },
    })
  })

  it.each(["invalid_data", "23505", "ECONNREFUSED", 404])(
    "keeps the code %s of an error",
    (code) => {
      expect(redact({ code })).toEqual({ code })
    }
  )

  it("keeps what an error says, without whom it names", () => {
    const error = Object.assign(new TypeError("no amina@example.com"), {
      code: "23505",
      token: "abc",
    })
    error.cause = new RangeError("+254712345678")
    expect(redact(error)).toMatchObject({
      name: "TypeError",
      message: "no a***@example.com",
      code: "23505",
      token: "[hidden]",
      stack: expect.stringContaining("TypeError: no a***@example.com"),
      cause: { name: "RangeError", message: "+254***" },
    })
  })

  it("is bounded in depth, length and circles", () => {
    const circle: Record<string, unknown> = { name: "a" }
    circle.self = circle
    expect(redact(circle)).toEqual({ name: "a", self: "[circular]" })

    let deep: object = {}
    for (let level = 0; level < 100; level += 1) {
      deep = { deep }
    }
    expect(JSON.stringify(redact(deep))).toContain("[deep]")
    expect(redact(Array.from({ length: 1000 }, () => 1))).toHaveLength(50)
    expect((redact("x".repeat(10_000)) as string).length).toBe(4_001)
  })

  it("keeps kinds of values JSON has no word for from breaking a line", () => {
    const value = redact({
      big: 12n,
      map: new Map([["password", "x"]]),
      set: new Set([1]),
      bytes: Buffer.from("secret"),
      when: new Date(0),
      run: () => 1,
      link: new URL("https://a.example/?token=abc"),
    })
    expect(JSON.parse(JSON.stringify(value))).toEqual({
      big: "12",
      map: { password: "[hidden]" },
      set: [1],
      bytes: "[6 bytes]",
      when: "1970-01-01T00:00:00.000Z",
      link: "https://a.example/?token=[hidden]",
    })
  })
})

it("masks so that a person recognises their own", () => {
  expect(maskEmail("amina@example.com")).toBe("a***@example.com")
  expect(maskPhone("+254 712 345 678")).toBe("+254***78")
  expect(maskPhone("123")).toBe("[hidden]")
})
