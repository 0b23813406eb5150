import { ApiLoader } from "@medusajs/framework/http"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { unsubscribe } from "node:diagnostics_channel"
import { readFileSync } from "node:fs"
import { createServer, get, type IncomingMessage } from "node:http"
import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { dirname, join } from "node:path"
import { KEY_CHECK } from "../../catalogue-cache/publishable-key"
import { guard } from "../guard"
import { installFrame, onRequestStart, REQUEST_START } from "../install"

type Loader = Record<"load", () => Promise<void>>

const container = {
  resolve: () => ({ debug: () => undefined, info: () => undefined }),
}

/** Medusa's own loader; what it registers is only looked at. */
const coreLoader = () =>
  new (ApiLoader as unknown as new (options: object) => Loader)({
    app: { use: () => undefined },
    sourceDir: [],
    container,
  })

// The channel is the worker's; the next spec file's servers are not ours.
afterAll(() => {
  unsubscribe(REQUEST_START, onRequestStart)
})

describe("the seam the frame hangs on", () => {
  it("is the first of all middlewares Medusa registers", async () => {
    const seen: string[] = []
    const before = ApiLoader.traceMiddleware
    ApiLoader.traceMiddleware = (handler, { route }) => {
      seen.push(`${handler.name} ${route}`)
      return handler
    }
    try {
      // What comes later needs a configuration, and is not what is looked at.
      await coreLoader()
        .load()
        .catch(() => undefined)
    } finally {
      ApiLoader.traceMiddleware = before
    }
    expect(seen.slice(0, 3)).toEqual([
      "jsonBodyParser /",
      "textBodyParser /",
      "urlencodedBodyParser /",
    ])
  })

  it("wraps that one and leaves the others as they are", () => {
    installFrame()
    installFrame()
    const named = (name: string) =>
      Object.defineProperty(() => undefined, "name", { value: name })
    const trace = ApiLoader.traceMiddleware
    const first = named("jsonBodyParser")
    const other = named("textBodyParser")
    expect(trace?.(other, { route: "/" })).toBe(other)
    expect(trace?.(first, { route: "/store" })).toBe(first)
    expect(trace?.(first, { route: "/" })).not.toBe(first)
    expect(trace?.(first, { route: "/" }).name).toBe("gated")
  })

  it("knows what core calls the check of the publishable key", () => {
    installFrame()
    const http = dirname(require.resolve("@medusajs/framework/http"))
    const source = readFileSync(
      join(http, "middlewares/ensure-publishable-api-key.js"),
      "utf8"
    )
    const check = Object.defineProperty(() => undefined, "name", {
      value: KEY_CHECK,
    })

    expect(source).toContain(`async function ${KEY_CHECK}(req, _, next)`)
    expect(ApiLoader.traceMiddleware?.(check, { route: "/store" }).name).toBe(
      "knownKey"
    )
  })

  it("hears of a request before the application does", async () => {
    installFrame()
    let seen: IncomingMessage | undefined
    const server = createServer((request, response) => {
      seen = request
      response.setHeader("X-Powered-By", "Express")
      response.end("{}")
    }).listen(0)
    await once(server, "listening")
    const { port } = server.address() as AddressInfo
    const request = get({
      port,
      path: "/store/x?a[99999999]=1",
      headers: { "x-forwarded-for": "6.6.6.6", "x-client-ip": "6.6.6.6" },
    })
    const [response] = (await once(request, "response")) as [IncomingMessage]
    response.resume()
    server.close()
    expect(seen?.url).toBe("/store")
    expect(seen?.headers["x-client-ip"]).not.toBe("6.6.6.6")
    expect(seen?.headers["x-forwarded-for"]).not.toBe("6.6.6.6")
    expect(response.headers).toMatchObject({
      "x-request-id": seen?.headers["x-request-id"],
      "x-content-type-options": "nosniff",
    })
    expect(response.headers).not.toHaveProperty("x-powered-by")
  })
})

it("a request that came past the gate is not served", async () => {
  const request = { url: "/store/x", headers: {}, socket: {} } as MedusaRequest
  await expect(
    guard(request, {} as MedusaResponse, () => undefined)
  ).rejects.toThrow("The API frame is not installed")
})
