import { request } from "node:http"
import { type CallOptions, shopAt, startServer, type Shop } from "../../support"

/** A server of its own: some of these inputs are made to end one. */
let shop: Shop

beforeAll(async () => {
  shop = shopAt(await startServer())
})

type Sent = { status: number; body: { code?: string; request_id?: string } }

const queries = [
  "limit=abc",
  "limit=1e9&offset=-5",
  "offset=99999999999999999999",
  "order=nope",
  "order=-nope.nope",
  "order=__proto__",
  "order=id;drop table product",
  "order[]=a&order[]=b",
  "fields=nope.nope",
  "fields=*nope,%2Bnope.x.y.z",
  "fields=__proto__",
  "fields=constructor",
  "fields[]=a&fields[]=b",
  "id[$foo]=x",
  "id[__proto__][x]=1",
  "q=%00",
  "q=%27%22%3B--",
  "created_at[$gt]=notadate",
  "$and=1",
  "$or[0][id]=x",
  "unknown_key=1",
  "a.b.c=1",
  "a[b][c][d][e][f][g]=1",
  "a[99999999]=1",
  "handle[$like]=%25",
  "%=1",
  "%E0%A4%A=1",
  "region_id=nope",
]

const lists = [
  "/store/products",
  "/store/product-categories",
  "/store/collections",
  "/store/regions",
  "/store/product-tags",
  "/store/currencies",
  "/store/return-reasons",
  "/store/shipping-options",
  "/store/orders",
  "/store/markets",
  "/admin/products",
  "/admin/product-variants",
  "/admin/orders",
  "/admin/customers",
  "/admin/regions",
  "/admin/users",
  "/admin/inventory-items",
  "/admin/stock-locations",
  "/admin/promotions",
  "/admin/price-lists",
  "/admin/payments",
  "/admin/draft-orders",
  "/admin/shop",
]

const writes = [
  "/store/carts",
  "/store/carts/cart_none",
  "/store/carts/cart_none/line-items",
  "/store/carts/cart_none/promotions",
  "/store/carts/cart_none/complete",
  "/store/customers",
  "/store/customers/me/addresses",
  "/store/payment-collections",
  "/store/payment-collections/none/payment-sessions",
  "/store/returns",
  "/auth/customer/emailpass",
  "/auth/customer/emailpass/register",
  "/auth/customer/emailpass/reset-password",
  "/auth/user/emailpass",
  "/auth/session",
  "/auth/token/refresh",
  "/auth/x/y",
  "/admin/products",
  "/admin/products/batch",
  "/admin/customers",
  "/admin/regions",
  "/admin/promotions",
  "/admin/price-lists",
  "/admin/inventory-items",
  "/admin/stock-locations",
  "/admin/uploads",
  "/admin/draft-orders",
  "/admin/product-categories",
  "/admin/shipping-options",
  "/admin/notifications",
  "/hooks/payment/nope",
]

const deep = "[".repeat(10_000) + "]".repeat(10_000)
const wrongTypes = {
  ...{ email: {}, password: [], title: 5, name: {}, items: "x", metadata: "x" },
  ...{ quantity: "1", variant_id: {}, region_id: [], promo_codes: "x" },
}
const unknownIds = {
  ...{ region_id: "nope", variant_id: "nope", cart_id: "nope", quantity: 1 },
  ...{ email: "x@y.zz", password: "p", title: "t", name: "n", code: "c" },
}
const JSON_TYPE = "application/json"

const bodies: [name: string, body: string, type: string][] = [
  ["broken JSON", "{", JSON_TYPE],
  ["nothing", "", JSON_TYPE],
  ["null", "null", JSON_TYPE],
  ["an array", "[]", JSON_TYPE],
  ["an empty object", "{}", JSON_TYPE],
  ["10,000 levels", `{"metadata":${deep}}`, JSON_TYPE],
  ["__proto__", '{"metadata":{"__proto__":{"admin":true}}}', JSON_TYPE],
  ["constructor", '{"constructor":{"prototype":{"x":1}}}', JSON_TYPE],
  ["NUL", '{"email":"a\\u0000@b.co","title":"\\u0000"}', JSON_TYPE],
  ["half a character", '{"email":"\\ud800@b.co","title":"\\ud800"}', JSON_TYPE],
  ["a huge number", '{"quantity":1e400,"variant_id":"x"}', JSON_TYPE],
  ["a long number", '{"quantity":99999999999999999999}', JSON_TYPE],
  ["wrong types", JSON.stringify(wrongTypes), JSON_TYPE],
  ["unknown ids", JSON.stringify(unknownIds), JSON_TYPE],
  ["3 MB", JSON.stringify({ title: "x".repeat(3_000_000) }), JSON_TYPE],
  ["text", "hello", "text/plain"],
  [
    "a form",
    "a[9999999]=2&__proto__[x]=1",
    "application/x-www-form-urlencoded",
  ],
  ["an unknown charset", "{}", "application/json; charset=x-nope"],
  ["half a multipart", "--x\r\nbroken", "multipart/form-data; boundary=x"],
  ["no boundary", "x", "multipart/form-data"],
  ["XML", "<a/>", "application/xml"],
]

const credentials = async (path: string) => ({
  token: path.startsWith("/admin")
    ? (await shop.asSuperAdmin()).token
    : undefined,
  headers: { "x-publishable-api-key": shop.seed.publishable_key },
})

/** A refusal may be of any kind, but it is one, and the server is well. */
const problemsOf = ({ status, body }: Sent) => {
  if (status >= 500) {
    return `answers ${status}`
  }
  return status >= 400 && !(body.code && body.request_id)
    ? `has no code or request_id with ${status}`
    : undefined
}

/** The same to many routes, and what is wrong with their answers. */
async function problemsAt(
  paths: string[],
  send: (path: string, as: CallOptions) => Promise<Sent>
): Promise<string[]> {
  const problems = await Promise.all(
    paths.map(async (path) => {
      const problem = problemsOf(await send(path, await credentials(path)))
      return problem && `${path} ${problem}`
    })
  )
  return problems.filter((problem) => problem !== undefined)
}

describe("a query", () => {
  it.each(queries)("%s is never our fault", async (query) => {
    const problems = await problemsAt(lists, (path, as) =>
      shop.call(`${path}?${query}`, as)
    )
    expect(problems).toEqual([])
  })
})

describe("a body", () => {
  it.each(bodies)("of %s is never our fault", async (_, body, type) => {
    const problems = await problemsAt(writes, (path, { token, headers }) =>
      shop.call(path, {
        method: "POST",
        body,
        token,
        headers: { ...headers, "content-type": type },
      })
    )
    expect(problems).toEqual([])
  })
})

describe("an address", () => {
  /** fetch would correct it before it is sent. */
  const raw = (path: string) =>
    new Promise<Sent>((resolve, reject) => {
      const { hostname, port } = new URL(shop.url)
      const sent = request({ hostname, port, path }, (response) => {
        let text = ""
        response.setEncoding("utf8")
        response.on("data", (part: string) => (text += part))
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            body: JSON.parse(text) as Sent["body"],
          })
        )
      })
      sent.setHeader("x-publishable-api-key", shop.seed.publishable_key)
      sent.on("error", reject).end()
    })

  it.each([
    ["/store/products/%E0%A4%A", 400, "malformed_url"],
    ["/store/products/%", 400, "malformed_url"],
    ["/store/products/a%00b", 400, "malformed_url"],
    ["/admin/products/%ff", 400, "malformed_url"],
    ["http://evil.example/store/products", 400, "malformed_url"],
    ["/store/products?a[99999999]=1", 400, "query_too_large"],
    [`/store/products?q=${"x".repeat(9_000)}`, 414, "url_too_long"],
    [
      "/store/products/'; drop table product; --".replace(/ /g, "%20"),
      404,
      "not_found",
    ],
    ["/%2e%2e/%2e%2e/etc/passwd", 404, "route_not_found"],
  ])("%s is refused", async (path, status, code) => {
    const started = performance.now()
    expect(await raw(path)).toMatchObject({ status, body: { code } })
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

it("the server still lives after all of it", async () => {
  expect((await shop.call("/health/ready")).status).toBe(200)
})
