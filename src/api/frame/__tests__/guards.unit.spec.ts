import { inspectBody } from "../guards/body"
import { inspectPaging } from "../guards/paging"
import { inspectUrl } from "../guards/url"
import { requestId } from "../request-id"

describe("requestId", () => {
  it.each(["8524ee81-c0eb-404a-b86d-a0c792ed066c", "req_12345678", "a.b:c-12"])(
    "takes %s",
    (id) => {
      expect(requestId(id)).toBe(id)
    }
  )

  it.each([
    undefined,
    "",
    "short",
    "x".repeat(129),
    "with space in it",
    "line\r\nbreak-x",
    '"><script>alert(1)',
    ["one-of-two", "two-of-two"],
  ])("makes a new one instead of %j", (id) => {
    expect(requestId(id)).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe("inspectUrl", () => {
  it.each([
    "/",
    "*",
    "/store/products?fields=*variants,%2Bmetadata&limit=20",
    "/store/products?id[0]=a&id[100]=b&created_at[$gt]=2026-01-01",
    "/store/products/%E0%A6%98%E0%A7%9C%E0%A6%BF",
    "/store/products?q=100%",
  ])("lets %s pass", (url) => {
    expect(inspectUrl(url)).toBeUndefined()
  })

  it.each([
    ["/store/products/%E0%A4%A", "malformed_url", 400],
    ["/store/products/%", "malformed_url", 400],
    ["/store/products/a%00b", "malformed_url", 400],
    ["/store/products?q=%00", "malformed_url", 400],
    ["http://evil.example/store", "malformed_url", 400],
    ["/store/products?a[1000]=1", "query_too_large", 400],
    ["/store/products?a%5b99999999%5d=1", "query_too_large", 400],
    [`/store/products?q=${"x".repeat(8192)}`, "url_too_long", 414],
    [`/store/${"x".repeat(1024)}`, "url_too_long", 414],
  ])("refuses %s", (url, code, status) => {
    expect(inspectUrl(url)).toMatchObject({ code, status })
  })
})

const nested = (depth: number): unknown =>
  JSON.parse("[".repeat(depth) + "]".repeat(depth))

describe("inspectBody", () => {
  it.each([
    [undefined],
    [null],
    ["text"],
    [{}],
    [Buffer.from("\0")],
    [{ email: "a@b.co", items: [{ quantity: 1, metadata: { a: null } }] }],
    [nested(32)],
  ])("lets %j pass", (body) => {
    expect(inspectBody(body)).toBeUndefined()
  })

  it.each([
    ['{"__proto__":{"admin":true}}', "forbidden_key"],
    ['{"metadata":{"constructor":{"prototype":{}}}}', "forbidden_key"],
    ['{"items":[{"prototype":1}]}', "forbidden_key"],
    ['{"a":{"b":"x\\u0000"}}', "invalid_data"],
    ['{"a\\u0000":1}', "invalid_data"],
    ['"x\\u0000"', "invalid_data"],
  ])("refuses %s", (body, code) => {
    expect(inspectBody(JSON.parse(body))).toMatchObject({ code, status: 400 })
  })

  it("names the field that holds a NUL character", () => {
    expect(inspectBody({ items: [{ title: "\0" }] })?.details).toEqual([
      { field: "items.0.title", message: "holds a NUL character" },
    ])
  })

  it.each([33, 10_000])("refuses a body that is %d deep", (depth) => {
    expect(inspectBody(nested(depth))).toMatchObject({ code: "body_too_deep" })
  })
})

describe("inspectPaging", () => {
  it.each([
    [{ limit: "1000000000" }, "100"],
    [{ limit: "101" }, "100"],
    [{ limit: "100" }, "100"],
    [{ limit: "5", offset: "20" }, "5"],
    [{ limit: "0" }, "0"],
  ])("of the shop %j gives a limit of %s", (query: object, limit) => {
    const given: Record<string, unknown> = { ...query }
    expect(inspectPaging(given, "store")).toBeUndefined()
    expect(given.limit).toBe(limit)
  })

  it("leaves the size of staff lists to core", () => {
    const query = { limit: "9999" }
    expect(inspectPaging(query, "admin")).toBeUndefined()
    expect(query.limit).toBe("9999")
  })

  it.each(["-1", "abc", "1e9", "1.5", "", ["1", "2"], { $gt: "1" }])(
    "refuses %j as limit and as offset",
    (value) => {
      for (const area of ["store", "admin"] as const) {
        for (const field of ["limit", "offset"]) {
          expect(inspectPaging({ [field]: value }, area)).toMatchObject({
            code: "invalid_data",
            details: [{ field }],
          })
        }
      }
    }
  )

  it("refuses with_deleted to shoppers only", () => {
    const query = { with_deleted: "true" }
    expect(inspectPaging(query, "store")).toMatchObject({
      code: "parameter_not_allowed",
    })
    expect(inspectPaging(query, "admin")).toBeUndefined()
    expect(inspectPaging(query, "hooks")).toBeUndefined()
  })
})
