import { samplePng } from "../../../src/lib/media/__tests__/samples"
import { shopAt, startServer, useShop } from "../../support"

const shop = useShop()
const OWN = "http://localhost:8000"
const STRANGE = "https://evil.example"

describe("security headers", () => {
  it.each([
    "/health",
    "/store/regions",
    "/admin/products",
    "/auth/user/emailpass",
    "/nowhere",
  ])("of %s let nothing run, be framed or be guessed", async (path) => {
    const { headers } = await shop.call(path)
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none';frame-ancestors 'none'"
    )
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("x-frame-options")).toBe("DENY")
    expect(headers.get("referrer-policy")).toBe("no-referrer")
    expect(headers.has("x-powered-by")).toBe(false)
    expect(headers.has("strict-transport-security")).toBe(false)
  })

  it("keep what is for one person out of caches", async () => {
    const { headers } = await shop.admin("/users/me")
    expect(headers.get("cache-control")).toBe("no-store")
  })

  it("sandbox a file, and let other sites show it", async () => {
    const form = new FormData()
    form.append(
      "files",
      new Blob([samplePng()], { type: "image/png" }),
      "a.png"
    )
    const { body } = await shop.admin<{ files: { id: string; url: string }[] }>(
      "/uploads",
      { body: form }
    )
    const [file] = body.files
    const { headers } = await fetch(file.url)
    await shop.admin(`/uploads/${file.id}`, { method: "DELETE" })
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("content-security-policy")).toContain("sandbox")
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin")
    expect(headers.get("cache-control")).toBe(
      "public, max-age=31536000, immutable"
    )
    expect(headers.has("x-powered-by")).toBe(false)
  })
})

describe("a file", () => {
  it.each(["/static/nothing.png", "/static/private-nothing.csv"])(
    "that is not there is not kept by a cache: %s",
    async (path) => {
      const { status, headers } = await shop.call(path)
      expect(status).toBe(404)
      expect(headers.get("cache-control")).toBe("no-store")
    }
  )
})

describe("CORS", () => {
  const preflight = (path: string, origin: string) =>
    shop.call(path, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "GET" },
    })

  it.each(["/store/regions", "/auth/session"])(
    "answers the shop's own origin on %s and no other",
    async (path) => {
      const method = path.startsWith("/auth") ? "POST" : "GET"
      const ask = (origin: string) =>
        shop.call(path, {
          method: "OPTIONS",
          headers: { origin, "access-control-request-method": method },
        })
      const own = await ask(OWN)
      expect(own.status).toBe(204)
      expect(own.headers.get("access-control-allow-origin")).toBe(OWN)
      expect(own.headers.get("access-control-allow-credentials")).toBe("true")
      const strange = await ask(STRANGE)
      expect(strange.headers.has("access-control-allow-origin")).toBe(false)
    }
  )

  it("does not let the shop's origin into the admin", async () => {
    const { headers } = await preflight("/admin/products", OWN)
    expect(headers.has("access-control-allow-origin")).toBe(false)
  })

  it("lets a browser read refusals that come before core's CORS", async () => {
    const send = (origin: string) =>
      shop.store("/carts", {
        body: "{",
        headers: { origin, "content-type": "application/json" },
      })
    const own = await send(OWN)
    expect(own.status).toBe(400)
    expect(own.headers.get("access-control-allow-origin")).toBe(OWN)
    expect(own.headers.get("vary")).toMatch(/origin/i)
    expect(own.headers.get("access-control-expose-headers")).toContain(
      "Retry-After"
    )
    const strange = await send(STRANGE)
    expect(strange.status).toBe(400)
    expect(strange.headers.has("access-control-allow-origin")).toBe(false)
  })
})

it("in production over https tells browsers to stay there", async () => {
  const server = await startServer({
    env: {
      NODE_ENV: "production",
      BACKEND_URL: "https://api.shop.example",
      STOREFRONT_URL: "https://shop.example",
      STORE_CORS: "https://shop.example",
      ADMIN_CORS: "https://api.shop.example",
      AUTH_CORS: "https://shop.example,https://api.shop.example",
      JWT_SECRET: "a-secret-of-a-production-server-0123456789",
      COOKIE_SECRET: "another-secret-of-a-production-server-0123",
    },
  })
  const { headers } = await shopAt(server).call("/health")
  expect(headers.get("strict-transport-security")).toBe("max-age=31536000")
  expect(headers.has("x-powered-by")).toBe(false)
})
