import { type ClientFetch, FetchError } from "@medusajs/js-sdk"

type Detail = {
  field: string
  message: string
  reason?: string
  limit?: number
}

type ErrorBody = {
  message?: string
  code?: string
  request_id?: string
  details?: Detail[]
}

/** A refusal with all that the shop says of it. */
export class ShopError extends FetchError {
  readonly code?: string
  readonly requestId?: string
  readonly details: readonly Detail[]

  constructor(body: ErrorBody, { status, statusText }: Response) {
    super(body.message ?? statusText, statusText, status)
    this.code = body.code
    this.requestId = body.request_id
    this.details = body.details ?? []
  }
}

/** `{ state: ["a"] }` is `state[0]=a`, as the SDK writes it. */
const pairs = (value: unknown, key: string): [string, string][] => {
  if (value === null || value === undefined) {
    return []
  }
  if (value instanceof Date) {
    return [[key, value.toISOString()]]
  }
  return typeof value === "object"
    ? Object.entries(value).flatMap(([name, inner]) =>
        pairs(inner, key ? `${key}[${name}]` : name)
      )
    : [[key, String(value)]]
}

function addressOf(base: string, path: string, query: unknown) {
  const { origin, pathname } = new URL(base, globalThis.location?.origin)
  const address = new URL(
    `${pathname.replace(/\/$/, "")}/${path.replace(/^\//, "")}`,
    origin
  )
  for (const [key, value] of pairs(query, "")) {
    address.searchParams.append(key, value)
  }
  return address
}

/**
 * What the SDK's client does for a session, except that a refusal keeps its
 * `code`: the SDK throws everything of an error body away but the message.
 */
export const shopFetch =
  (base: string): ClientFetch =>
  async (input, { query, body, headers, ...init } = {}) => {
    const asked = new Headers({
      "content-type": "application/json",
      accept: "application/json",
    })
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (typeof value === "string") {
        asked.set(name, value)
      }
    }
    const answer = await fetch(addressOf(base, String(input), query), {
      ...init,
      headers: asked,
      credentials: "include",
      body: body ? JSON.stringify(body) : undefined,
    })
    if (answer.status >= 300) {
      const said: unknown = await answer.json().catch(() => null)
      throw new ShopError((said ?? {}) as ErrorBody, answer)
    }
    return asked.get("accept") === "application/json" ? answer.json() : answer
  }
