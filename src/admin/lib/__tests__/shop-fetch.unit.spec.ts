import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { FetchError } from "@medusajs/js-sdk"
import { ShopError, shopFetch } from "../shop-fetch"

type Seen = { method?: string; url?: string; body: string; accept?: string }

let server: Server
let base: string
let seen: Seen
let answer: { status: number; type: string; text: string }

beforeAll(async () => {
  server = createServer((req, res) => {
    let body = ""
    req.on("data", (chunk) => (body += String(chunk)))
    req.on("end", () => {
      const { method, url, headers } = req
      seen = { method, url, body, accept: headers.accept }
      res.writeHead(answer.status, { "content-type": answer.type })
      res.end(answer.text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  base = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const json = (status: number, body: object) => ({
  status,
  type: "application/json",
  text: JSON.stringify(body),
})

it("asks as the SDK does", async () => {
  answer = json(200, { is: "there" })
  const query = { state: ["a", "b"], from: undefined, at: { $gte: 1 }, q: "#7" }

  expect(
    await shopFetch(`${base}/behind/`)("/admin/things", {
      method: "POST",
      query,
      body: { name: "x" },
    })
  ).toEqual({ is: "there" })
  expect(seen).toMatchObject({ method: "POST", body: '{"name":"x"}' })
  expect(decodeURIComponent(seen.url ?? "")).toBe(
    "/behind/admin/things?state[0]=a&state[1]=b&at[$gte]=1&q=#7"
  )
})

it("gives the answer as it is when no JSON was asked for", async () => {
  answer = { status: 200, type: "text/csv", text: "a,b" }
  const file = await shopFetch(base)("/file", {
    headers: { accept: "text/csv" },
  })
  expect(await file.text()).toBe("a,b")
  expect(seen.accept).toBe("text/csv")
})

it("keeps all that a refusal says", async () => {
  answer = json(409, {
    code: "cash_already_collected",
    message: "Too late.",
    request_id: "req-1",
  })
  const refused = shopFetch(base)("/admin/x")
  await expect(refused).rejects.toBeInstanceOf(FetchError)
  await expect(refused).rejects.toMatchObject({
    status: 409,
    code: "cash_already_collected",
    message: "Too late.",
    requestId: "req-1",
  })
})

it("is a refusal without words when a proxy answers", async () => {
  answer = { status: 502, type: "text/html", text: "<h1>Bad gateway</h1>" }
  await expect(shopFetch(base)("/admin/x")).rejects.toEqual(
    expect.objectContaining({ status: 502, message: "Bad Gateway" })
  )
  await expect(shopFetch(base)("/admin/x")).rejects.toBeInstanceOf(ShopError)
})
