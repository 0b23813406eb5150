import { NEVER_CONNECTED, readBounded } from "../../lib/outgoing"
import { StoreUnavailable } from "./errors"

export type Wire = {
  /** Named in every sentence about what went wrong. */
  store: string
  fetch: typeof fetch
  timeoutMs: number
}

export type Answer = { status: number; body: unknown }

/** What became of a request that was never answered, as a sentence. */
export function silence(error: unknown, store: string): StoreUnavailable {
  const { name, message, code, cause } = error as Error & {
    code?: unknown
    cause?: { code?: unknown }
  }
  if (name === "TimeoutError" || name === "AbortError") {
    return new StoreUnavailable(
      `${store} did not answer in time. Try again in a minute.`,
      true
    )
  }
  // The SDK of S3 keeps no more than the words of what it does not know.
  const written = /\bE[A-Z]{4,}(?:_[A-Z]+)?\b/.exec(message)?.[0]
  const reason = String(cause?.code ?? code ?? written ?? "")
  return new StoreUnavailable(
    NEVER_CONNECTED.has(reason)
      ? `${store} could not be reached (${reason}). Try again in a minute, and check this server's way to the internet.`
      : `The connection to ${store} broke${reason ? ` (${reason})` : ""}. Try again in a minute.`,
    !NEVER_CONNECTED.has(reason)
  )
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "")
  } catch {
    return undefined
  }
}

/** One request for an answer in JSON; of any other answer the body is undefined. */
export async function exchange(
  { store, fetch: send, timeoutMs }: Wire,
  url: string,
  init: RequestInit
): Promise<Answer> {
  try {
    const response = await send(url, {
      ...init,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    })
    const { status } = response
    return { status, body: parsed(await readBounded(response)) }
  } catch (error) {
    throw silence(error, store)
  }
}

/** One request for a file, of which only the beginning is waited for here. */
export async function open(
  { store, fetch: send, timeoutMs }: Wire,
  url: string
): Promise<Response> {
  const late = new AbortController()
  const timer = setTimeout(
    () => late.abort(new DOMException("Too late", "TimeoutError")),
    timeoutMs
  )
  try {
    return await send(url, { redirect: "manual", signal: late.signal })
  } catch (error) {
    throw silence(error, store)
  } finally {
    clearTimeout(timer)
  }
}
