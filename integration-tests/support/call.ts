export type Json = Record<string, unknown>

export type Reply<Body = Json> = {
  status: number
  body: Body
  headers: Headers
}

export type CallOptions = Omit<RequestInit, "body" | "headers"> & {
  /** An object is sent as JSON; anything else as it is. */
  body?: object | string | FormData
  headers?: Record<string, string>
  /** Name the token of a person to act as that person. */
  token?: string
}

/** fetch, with JSON in and out and no exception for an error status. */
export async function call<Body = Json>(
  url: string,
  { body, headers = {}, token, ...init }: CallOptions = {}
): Promise<Reply<Body>> {
  const raw = typeof body === "string" || body instanceof FormData
  const response = await fetch(url, {
    method: body === undefined ? "GET" : "POST",
    redirect: "manual",
    ...init,
    headers: {
      ...(body !== undefined && !raw
        ? { "content-type": "application/json" }
        : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body:
      body === undefined || raw
        ? (body as string | FormData | undefined)
        : JSON.stringify(body),
  })
  const text = await response.text()
  const json = response.headers.get("content-type")?.includes("json")
  return {
    status: response.status,
    body: (json && text ? JSON.parse(text) : text) as Body,
    headers: response.headers,
  }
}
