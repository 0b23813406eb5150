import { type AccessRow, accessTable } from "../../../src/api/access"
import {
  type CallOptions,
  type Person,
  type Shop,
  shopAt,
  startServer,
} from "../../support"

/** A shop without jobs: what they write would look like what a call left. */
let shop: Shop

const KINDS = [
  "anonymous",
  "other customer",
  "owner",
  "staff without policy",
  "staff",
] as const

type Kind = (typeof KINDS)[number]
type Expectation = Record<Kind, number>

const everybody = (status: number): Expectation => ({
  anonymous: status,
  "other customer": status,
  owner: status,
  "staff without policy": status,
  staff: status,
})

/** What finds nothing under the id of the path, or acts without a body. */
const WITHOUT_BODY: Record<string, number> = {
  "POST /admin/mobile-payments/reconcile": 200,
  "POST /admin/products/batch": 200,
  "POST /admin/products/:id/variants/batch": 200,
  "POST /store/products/:id/views": 202,
  "POST /admin/mobile-payments/messages/:id/retry": 404,
  "POST /admin/orders/:id/mobile-payment/ask": 404,
  "POST /admin/orders/:id/mobile-payment/check": 404,
  "GET /admin/products/:id/original-box": 404,
  "POST /admin/products/:id/original-box": 404,
  "DELETE /admin/products/:id/original-box": 404,
  "POST /store/wishlists": 201,
  "GET /store/wishlists/shared/:token": 404,
  "GET /store/products/:id/reviews": 404,
  "GET /store/reviews/:id": 404,
  "POST /store/reviews/:id/helpful": 404,
  "DELETE /store/reviews/:id/helpful": 404,
  "GET /admin/coupons/:id": 404,
  "GET /store/search/suggestions": 400,
  "GET /admin/search-indexes/:id": 404,
  "DELETE /admin/search-synonyms/:id": 404,
  "GET /admin/reviews/:id": 404,
  "DELETE /admin/reviews/:id": 404,
  "POST /admin/reviews/:id/approve": 404,
  "POST /admin/reviews/:id/reject": 404,
  "DELETE /admin/reviews/:id/reply": 404,
}

/** The calls carry no body, so a write that is let through asks for one. */
const served = ({ method, path }: AccessRow) =>
  WITHOUT_BODY[`${method} ${path}`] ?? (method === "GET" ? 200 : 400)

/** What is the owner's, by row: its path, and a body the route takes. */
const owned = new Map<string, { path: string; body?: object }>()

/** What each kind of row promises to each kind of person. */
function promised(row: AccessRow): Expectation {
  switch (row.access) {
    case "public":
      return everybody(served(row))
    // The test calls from this machine, which may read while no token is set.
    case "scraper":
      return everybody(200)
    // Without its proof a link is refused and a callback does not exist.
    case "signed_link":
      return everybody(403)
    case "hook":
      return everybody(404)
    case "owner":
      return {
        anonymous: 401,
        "other customer": 404,
        owner: 200,
        "staff without policy": 401,
        staff: 401,
      }
    case "customer":
      return {
        ...everybody(401),
        "other customer": served(row),
        owner: served(row),
      }
    // Who holds nothing yet finds nothing under the id of the path.
    case "holder": {
      const held = row.path.includes(":id") ? 404 : served(row)
      return { ...everybody(401), "other customer": held, owner: held }
    }
    case "staff":
      return {
        anonymous: 401,
        "other customer": 401,
        owner: 401,
        "staff without policy": 403,
        staff: served(row),
      }
  }
}

let people: Record<Kind, Person | undefined>

beforeAll(async () => {
  const env = { WORKER_MODE: "server", REVIEWS_VERIFIED_ONLY: "false" }
  shop = shopAt(await startServer({ env }))
  const powerless = await shop.fixtures.staff()
  const logIn = await shop.call<{ token: string }>("/auth/user/emailpass", {
    body: { email: powerless.email, password: powerless.password },
  })
  people = {
    anonymous: undefined,
    "other customer": await shop.asCustomer(),
    owner: await shop.asCustomer(),
    "staff without policy": {
      ...(await shop.asAdmin()),
      token: logIn.body.token,
    },
    staff: await shop.asAdmin(),
  }
  const review = `/store/reviews/${await reviewOf(people.owner as Person)}`
  owned.set("POST /store/reviews/:id", { path: review, body: { rating: 4 } })
  owned.set("DELETE /store/reviews/:id", { path: review })
})

async function reviewOf(author: Person) {
  const product = await shop.fixtures.product()
  const { body } = await author.store<{ review: { id: string } }>(
    `/products/${product.id}/reviews`,
    { body: { rating: 5 } }
  )
  return body.review.id
}

const pathOf = ({ method, path }: AccessRow) =>
  owned.get(`${method} ${path}`)?.path ?? path

const call = (row: AccessRow, kind: Kind, options: CallOptions = {}) =>
  shop.call(pathOf(row), {
    method: row.method,
    body: owned.get(`${row.method} ${row.path}`)?.body,
    token: people[kind]?.token,
    ...options,
    headers: {
      ...(row.path.startsWith("/store")
        ? { "x-publishable-api-key": shop.seed.publishable_key }
        : {}),
      ...options.headers,
    },
  })

/**
 * Rows of all tables but locks, which what was allowed before may still hold;
 * a refusal leaves each number as it was.
 */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = await shop.sql<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
       AND table_name <> 'locking'`
  )
  const counts = await shop.sql<{ name: string; count: string }>(
    tables
      .map(({ name }) => `SELECT '${name}' AS name, count(*) FROM ${name}`)
      .join(" UNION ALL ")
  )
  return Object.fromEntries(
    counts.map(({ name, count }) => [name, Number(count)])
  )
}

const cases = accessTable.flatMap((row) =>
  KINDS.map((kind) => ({
    row,
    kind,
    route: `${row.method} ${row.path}`,
    status: promised(row)[kind],
  }))
)

it("calls every route as every kind of person", () => {
  expect(cases).toHaveLength(accessTable.length * KINDS.length)
})

it("has something of the owner's for every row that is an owner's", () => {
  expect([...owned.keys()].sort()).toEqual(
    accessTable
      .filter(({ access }) => access === "owner")
      .map(({ method, path }) => `${method} ${path}`)
      .sort()
  )
})

it.each(cases)("$route as $kind: $status", async ({ row, kind, status }) => {
  const before = status >= 400 ? await rowCounts() : undefined
  const reply = await call(row, kind)
  expect(reply.status).toBe(status)
  if (before) {
    expect(reply.body).toMatchObject({
      code: expect.any(String),
      request_id: expect.any(String),
    })
    expect(await rowCounts()).toEqual(before)
  }
})

it.each(
  accessTable
    .filter(({ path }) => path.startsWith("/store"))
    .map(({ path }) => path)
)("%s is closed to a caller without a publishable key", async (path) => {
  const row = accessTable.find((entry) => entry.path === path) as AccessRow
  for (const key of ["", "pk_0000000000000000000000000000000000000000"]) {
    const { status, body } = await call(row, "anonymous", {
      headers: { "x-publishable-api-key": key },
    })
    expect({ status, code: body.code }).toEqual({
      status: 400,
      code: "publishable_key_required",
    })
  }
})

it("a token that was tampered with is nobody's", async () => {
  const { token } = people.staff as Person
  const [head, claims, signature] = token.split(".")
  const forged = Buffer.from(claims, "base64url")
    .toString()
    .replace(/"actor_type":"\w+"/, '"actor_type":"user"')
  const tampered = [
    `${head}.${claims}.${signature.slice(0, -4)}AAAA`,
    `${head}.${Buffer.from(`${forged} `).toString("base64url")}.${signature}`,
    `${Buffer.from('{"alg":"none"}').toString("base64url")}.${claims}.`,
    "",
  ]
  for (const bad of tampered) {
    const { status } = await shop.call("/admin/shop", { token: bad })
    expect(status).toBe(401)
  }
})

it("our routes say what they are for", async () => {
  const { body } = await shop.store<{
    markets: { code: string; currency: string; payment_methods: unknown[] }[]
  }>("/markets")
  expect(body.markets.map(({ code, currency }) => [code, currency])).toEqual([
    ["ke", "kes"],
    ["bd", "bdt"],
    ["in", "inr"],
    ["us", "usd"],
  ])
  expect(body.markets[0]).toMatchObject({
    tax: { name: "VAT", rate: 16, included: true },
    phone: { calling_code: "254", mobile: expect.stringMatching(/^\^/) },
    payment_methods: [
      { code: "mpesa", kind: "mobile" },
      { code: "stripe", kind: "card", provider_id: "pp_stripe_stripe" },
      { code: "cash", kind: "cash" },
    ],
  })
  const shopReply = await shop.admin("/shop")
  expect(shopReply.body).toMatchObject({
    shop: { environment: "test", markets: { length: 4 } },
  })
  expect(JSON.stringify(shopReply.body)).not.toMatch(/sk_|postgres|whsec/)
})
