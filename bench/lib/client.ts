import { Agent, request } from "node:http"

export type JsonValue = { [key: string]: unknown }

export type Answer = { status: number; body: JsonValue; etag?: string }

/** An answer whose body was read and not looked at. */
export type Glance = { status: number; etag?: string; bytes: number }

export type Client = {
  get(path: string): Promise<Answer>
  /** Costs the machine less than `get`, which turns text into values. */
  glance(path: string): Promise<Glance>
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

  const send = (method: string, path: string, body?: JsonValue) =>
    new Promise<Glance & { text: () => string }>((done, fail) => {
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
          incoming.once("end", () =>
            done({
              status: incoming.statusCode ?? 0,
              etag: incoming.headers.etag,
              bytes: chunks.reduce((sum, { length }) => sum + length, 0),
              text: () => Buffer.concat(chunks).toString("utf8"),
            })
          )
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

  const call = async (
    method: string,
    path: string,
    body?: JsonValue
  ): Promise<Answer> => {
    const { status, etag, text } = await send(method, path, body)
    const read = text()
    try {
      const parsed = read ? (JSON.parse(read) as JsonValue) : {}
      return { status, body: parsed, etag }
    } catch {
      throw new Error(
        `${method} ${path} answered ${status} without JSON: ${read.slice(0, 200)}`
      )
    }
  }

  return {
    get: (path) => call("GET", path),
    glance: async (path) => {
      const { status, etag, bytes } = await send("GET", path)
      return { status, etag, bytes }
    },
    post: (path, body) => call("POST", path, body),
    close: () => agent.destroy(),
  }
}
