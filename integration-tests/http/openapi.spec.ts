import { useShop } from "../support"
import { call } from "../support/call"

const shop = useShop()

describe("the documentation of the API", () => {
  it("is an OpenAPI document that any page may read", async () => {
    const { status, body, headers } = await call(`${shop.url}/openapi.json`)

    expect(status).toBe(200)
    expect(body.openapi).toBe("3.1.0")
    expect(headers.get("access-control-allow-origin")).toBe("*")
  })

  it("is a page on which only its own style takes effect", async () => {
    const { status, body, headers } = await call<string>(`${shop.url}/docs`)

    expect(status).toBe(200)
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8")
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-/
    )
    expect(body).toContain("<code>GET /store/markets</code>")
  })

  it("takes no other method", async () => {
    const { status, body } = await call(`${shop.url}/docs`, {
      method: "POST",
      body: {},
    })

    expect(status).toBe(405)
    expect(body.code).toBe("method_not_allowed")
  })
})
