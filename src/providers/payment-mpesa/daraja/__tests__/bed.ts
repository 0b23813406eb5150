import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"
import {
  createDaraja,
  type DarajaConfig,
  type DarajaDependencies,
  SIMULATED_ACCOUNT,
} from ".."

type Asked = {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: Record<string, unknown>
}

/** What the server says; `hang` never answers, `drop` breaks the connection. */
export type Scripted =
  { status?: number; body: unknown; type?: string } | "hang" | "drop"

const TOKEN_PATH = "/oauth/v1/generate?grant_type=client_credentials"

/** 12:30:05 on the last evening of a year in UTC; past midnight in Nairobi. */
export const NOW = Date.UTC(2026, 11, 31, 21, 30, 5)

export const push = {
  amount: 1500,
  phone: "+254712345678",
  accountReference: "ORD1001",
  description: "Order 1001",
  callbackUrl: "http://localhost:9000/hooks/stk/0123abcd",
}

export const accepted = {
  MerchantRequestID: "29115-34620561-1",
  CheckoutRequestID: "ws_CO_191220191020363925",
  ResponseCode: "0",
  ResponseDescription: "Success. Request accepted for processing",
  CustomerMessage: "Success. Request accepted for processing",
}

export const fault = (
  status: number,
  errorCode: string,
  errorMessage: string
) => ({ status, body: { requestId: "1", errorCode, errorMessage } })

/** Only who waits for nothing may be impatient: a busy machine is slow. */
export const patienceFor = (answer: Scripted) =>
  answer === "hang" ? { token: 500, push: 500, query: 500 } : {}

export type Bed = Awaited<ReturnType<typeof startBed>>

/**
 * A server that says what it is told to, so that answers no stand-in would
 * give can be tested as well. Tokens it gives by itself, unless told otherwise.
 */
export async function startBed() {
  const asked: Asked[] = []
  const answers: Scripted[] = []
  const grants: Scripted[] = []
  let minted = 0
  const server = createServer((message, response) => {
    let text = ""
    message.on("data", (chunk: Buffer) => (text += chunk.toString()))
    message.on("end", () => {
      const path = message.url ?? ""
      asked.push({
        method: message.method ?? "",
        path,
        headers: message.headers,
        body: (text ? JSON.parse(text) : {}) as Asked["body"],
      })
      const isToken = path === TOKEN_PATH
      const grant = () => ({
        body: { access_token: `token-${++minted}`, expires_in: "3599" },
      })
      const answer: Scripted =
        (isToken ? grants.shift() : answers.shift()) ??
        (isToken ? grant() : { body: accepted })
      if (answer === "hang") {
        return
      }
      if (answer === "drop") {
        message.socket.destroy()
        return
      }
      const { status = 200, body, type = "application/json" } = answer
      response.writeHead(status, { "content-type": type })
      response.end(typeof body === "string" ? body : JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`
  const clock = { time: NOW, now: () => clock.time }
  return {
    baseUrl,
    clock,
    /** Answers to the next calls that are not about tokens. */
    answers,
    /** Answers to the next calls that are. */
    grants,
    client: (
      change: Partial<DarajaConfig> = {},
      dependencies: DarajaDependencies = {}
    ) =>
      createDaraja(
        { ...SIMULATED_ACCOUNT, baseUrl, ...change },
        { clock, ...dependencies }
      ),
    calls: () => asked.filter(({ path }) => path !== TOKEN_PATH),
    tokenCalls: () => asked.filter(({ path }) => path === TOKEN_PATH),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
