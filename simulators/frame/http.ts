import type {
  IncomingHttpHeaders,
  IncomingMessage,
  ServerResponse,
} from "node:http"
import { Problem } from "./problem"

export const BODY_LIMIT = 1024 * 1024

export type SimulatorRequest = {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  /** As it came, decoded as UTF-8. */
  body: string
  /** As it came. */
  bytes: Buffer
}

export type SimulatorReply = {
  status: number
  headers?: Record<string, string>
  /** Text and bytes leave as they are, anything else as JSON. */
  body?: unknown
}

async function readBody(
  message: IncomingMessage,
  limit: number
): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) {
      throw new Problem(
        "too_large",
        `The body is larger than ${limit} bytes. Send a smaller one.`
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The target of the request line; a broken one is the caller's mistake. */
export function readTarget(message: IncomingMessage): URL {
  const target = message.url ?? "/"
  try {
    const url = new URL(`http://localhost${target.replace(/^\/+/, "/")}`)
    decodeURIComponent(url.pathname)
    return url
  } catch {
    throw new Problem(
      "invalid_data",
      "The address of the request cannot be read. Check its percent signs."
    )
  }
}

export async function readRequest(
  message: IncomingMessage,
  target: URL,
  limit = BODY_LIMIT
): Promise<SimulatorRequest> {
  const bytes = await readBody(message, limit)
  return {
    method: message.method ?? "GET",
    path: target.pathname,
    query: target.searchParams,
    headers: message.headers,
    body: bytes.toString("utf8"),
    bytes,
  }
}

export function parseJson(request: SimulatorRequest): unknown {
  // Only a page of ours can send this type without a preflight question, so
  // a web site someone has open cannot drive the control API.
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) {
    throw new Problem(
      "invalid_data",
      "Send the body as JSON with Content-Type: application/json."
    )
  }
  try {
    return JSON.parse(request.body)
  } catch {
    throw new Problem("invalid_data", "The body is not JSON. Check its syntax.")
  }
}

export function serialize({ headers = {}, body }: SimulatorReply) {
  if (body === undefined) {
    return { headers, payload: "" }
  }
  return typeof body === "string" || body instanceof Uint8Array
    ? { headers, payload: body }
    : {
        headers: { "content-type": "application/json", ...headers },
        payload: JSON.stringify(body),
      }
}

export function sendReply(response: ServerResponse, reply: SimulatorReply) {
  if (response.headersSent || response.destroyed) {
    return
  }
  const { headers, payload } = serialize(reply)
  response.writeHead(reply.status, {
    ...headers,
    "content-length": Buffer.byteLength(payload),
  })
  response.end(payload)
}

export function problemReply(error: unknown): SimulatorReply {
  const problem =
    error instanceof Problem
      ? error
      : new Problem(
          "unexpected_state",
          "The simulator failed. Its own log says where."
        )
  return { status: problem.status, body: problem }
}
