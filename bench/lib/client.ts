import { Agent, request } from "node:http"

export type JsonValue = { [key: string]: unknown }

export type Answer = { status: number; body: JsonValue }

export type Client = {
  get(path: string): Promise<Answer>
  post(path: string, body: JsonValue): Promise<Answer>
  close(): void
}

const PATIENCE = 120_000

/**
 * JSON over connections that stay open, one for each worker. `fetch` would
 * spend more of the machine that the server under test runs on.
 */
export function openClient(
  url: string,
  headers: Record<string, string>,
  connections: number
): Client {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: connections })

  const call = (method: string, path: string, body?: JsonValue) =>
    new Promise<Answer>((done, fail) => {
      const payload = body === undefined ? undefined : JSON.stringify(body)
      const outgoing = request(
        {
          agent,
          hostname,
          port,
          path,
          method,
          timeout: PATIENCE,
          headers: {
            accept: "application/json",
            ...headers,
            ...(payload === undefined
              ? {}
              : {
                  "content-type": "application/json",
                  "content-length": Buffer.byteLength(payload),
                }),
          },
        },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on("data", (chunk: Buffer) => chunks.push(chunk))
          incoming.once("error", fail)
          incoming.once("end", () => {
            const text = Buffer.concat(chunks).toString("utf8")
            try {
              done({
                status: incoming.statusCode ?? 0,
                body: text ? (JSON.parse(text) as JsonValue) : {},
              })
            } catch {
              fail(
                new Error(
                  `${method} ${path} answered ${incoming.statusCode} without JSON: ${text.slice(0, 200)}`
                )
              )
            }
          })
        }
      )
      outgoing.once("error", fail)
      outgoing.once("timeout", () =>
        outgoing.destroy(
          new Error(
            `${method} ${path} did not answer within ${PATIENCE / 1000} seconds.`
          )
        )
      )
      outgoing.end(payload)
    })

  return {
    get: (path) => call("GET", path),
    post: (path, body) => call("POST", path, body),
    close: () => agent.destroy(),
  }
}
