import { box, sampleMp4 } from "../../../src/lib/media/__tests__/samples"
import { unique, useShop } from "../../support"

const shop = useShop()
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

type ErrorBody = {
  type: string
  code: string
  message: string
  details?: { field: string; message: string }[]
  request_id: string
}

describe("the id of a request", () => {
  it("is made when the caller has none, and is on answers and errors", async () => {
    const good = await shop.store("/regions")
    const bad = await shop.call<ErrorBody>("/store/regions")
    expect(good.headers.get("x-request-id")).toMatch(ID)
    expect(bad.body.request_id).toBe(bad.headers.get("x-request-id"))
  })

  it("is the caller's when it is harmless, and not otherwise", async () => {
    const send = async (id: string) =>
      (
        await shop.store("/regions", { headers: { "x-request-id": id } })
      ).headers.get("x-request-id")
    expect(await send("checkout:42-abc")).toBe("checkout:42-abc")
    expect(await send("<script>alert(1)</script>")).toMatch(ID)
    expect(await send("x".repeat(200))).toMatch(ID)
  })
})

describe("an error", () => {
  const shape = {
    type: expect.any(String),
    code: expect.any(String),
    message: expect.any(String),
    request_id: expect.stringMatching(ID),
  }

  it.each([
    ["no key", "/store/products", 400, "publishable_key_required"],
    ["nobody logged in", "/admin/products", 401, "unauthorized"],
    ["no such route", "/nowhere", 404, "route_not_found"],
    ["no such route below an area", "/auth/a/b/c/d", 404, "route_not_found"],
    ["no file of that name", "/static/nothing.png", 404, "route_not_found"],
    ["the root", "/", 404, "route_not_found"],
  ])("for %s has the shape", async (_, path, status, code) => {
    const reply = await shop.call<ErrorBody>(path)
    expect(reply.status).toBe(status)
    expect(reply.body).toEqual({ ...shape, code })
  })

  it("for a thing that is not there says so", async () => {
    const { status, body } = await shop.store<ErrorBody>("/products/prod_none")
    expect({ status, body }).toMatchObject({
      status: 404,
      body: { ...shape, type: "not_found", code: "not_found" },
    })
  })

  it("names the methods of a route that exists for others", async () => {
    const reply = await shop.store<ErrorBody>("/regions", { method: "PATCH" })
    expect(reply.status).toBe(405)
    expect(reply.body).toMatchObject({ ...shape, code: "method_not_allowed" })
    expect(reply.headers.get("allow")).toBe("GET, HEAD")
  })

  it("for wrong fields names each of them, on core's routes too", async () => {
    const { status, body } = await shop.admin<ErrorBody>("/customer-groups", {
      body: { name: 5, nonsense: true },
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({ type: "invalid_data", code: "invalid_data" })
    expect(body.message).toMatch(/^Invalid request: /)
    expect(body.details).toEqual([
      { field: "name", message: "must be of type string" },
      { field: "nonsense", message: "is not known here" },
    ])
  })

  it("for a handle that is taken names the field", async () => {
    const handle = unique("taken")
    const create = () =>
      shop.admin<ErrorBody>("/collections", { body: { title: "A", handle } })
    expect((await create()).status).toBe(200)
    const { status, body } = await create()
    expect({ status, body }).toMatchObject({
      status: 400,
      body: {
        code: "duplicate",
        details: [{ field: "handle", message: "is already taken" }],
      },
    })
  })

  it("says nothing of stack, SQL, files or versions", async () => {
    const replies = await Promise.all([
      shop.admin("/products?fields=__proto__"),
      shop.admin("/orders?fields=constructor"),
      shop.admin("/products?order=nope"),
      shop.admin("/stock-locations", { body: {} }),
      shop.call("/static/..%2f..%2fpackage.json"),
    ])
    for (const { status, body } of replies) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(JSON.stringify(body)).not.toMatch(
        /node_modules|\.[jt]s:\d|select |column |"[a-z]\d\."|stack|2\.21/i
      )
    }
  })
})

describe("lists of the shop", () => {
  it.each(["/products", "/product-categories", "/collections", "/regions"])(
    "%s gives at most 100 at once",
    async (path) => {
      const { status, body } = await shop.store(`${path}?limit=1000000000`)
      expect(status).toBe(200)
      expect(body.limit).toBe(100)
    }
  )

  it.each(["/products", "/collections", "/regions", "/product-tags"])(
    "%s keeps what was deleted to itself",
    async (path) => {
      for (const query of ["with_deleted=true", "with_deleted[]=1"]) {
        const reply = await shop.store<ErrorBody>(`${path}?${query}`)
        expect(reply.status).toBe(400)
        expect(reply.body).toMatchObject({
          code: "parameter_not_allowed",
          details: [{ field: "with_deleted" }],
        })
      }
    }
  )

  it.each(["limit=-1", "limit=abc", "offset=-1", "offset=1e9", "limit[]=1"])(
    "%s is refused by name",
    async (query) => {
      for (const call of [shop.store, shop.admin]) {
        const { status, body } = await call<ErrorBody>(`/products?${query}`)
        expect(status).toBe(400)
        expect(body.details?.[0].field).toBe(query.match(/^[a-z]+/)?.[0])
      }
    }
  )

  it("leaves the pages of staff their long lists", async () => {
    const { status, body } = await shop.admin("/regions?limit=9999")
    expect({ status, limit: body.limit }).toEqual({ status: 200, limit: 9999 })
  })
})

describe("the size of a body", () => {
  const text = (bytes: number) => JSON.stringify({ name: "x".repeat(bytes) })
  const json = { "content-type": "application/json" }

  it.each([
    ["/store/customers", 90_000, false],
    ["/store/customers", 110_000, true],
    ["/auth/customer/emailpass", 110_000, true],
    ["/hooks/payment/stripe_stripe", 110_000, true],
    ["/admin/regions", 1_500_000, false],
    ["/admin/regions", 2_200_000, true],
  ])("%s with %d bytes is too large: %s", async (path, bytes, tooLarge) => {
    const { token } = await shop.asAdmin()
    const { status, body } = await shop.call<ErrorBody>(path, {
      body: text(bytes),
      token: path.startsWith("/admin") ? token : undefined,
      headers: {
        ...json,
        "x-publishable-api-key": shop.seed.publishable_key,
      },
    })
    expect(status === 413).toBe(tooLarge)
    expect(body.code === "body_too_large").toBe(tooLarge)
    expect(status).toBeLessThan(500)
  })

  it("does not keep a file of more than 2 MB from being uploaded", async () => {
    const form = new FormData()
    const film = sampleMp4("isom", box("free", Buffer.alloc(3_000_000)))
    form.append("files", new Blob([film], { type: "video/mp4" }), "large.mp4")
    const { status, body } = await shop.admin<{ files: { id: string }[] }>(
      "/uploads",
      { body: form }
    )
    expect(status).toBe(200)
    await shop.admin(`/uploads/${body.files[0].id}`, { method: "DELETE" })
  })
})
