import {
  BODY_LIMIT,
  excerptOf,
  NEVER_CONNECTED,
  readBounded,
} from "../../../../lib/outgoing"
import type { UnknownCause } from "../types"

export type Json = Record<string, unknown>

/** One request and what came of it; a promise of these never rejects. */
export type Exchange =
  | { kind: "json"; status: number; body: Json }
  | { kind: "unreadable"; status: number; detail: string }
  | {
      kind: "silent"
      cause: Extract<UnknownCause, "timeout" | "connection">
      /** False when no connection came about, so nothing can have happened. */
      reached: boolean
      detail: string
    }

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function silence(error: unknown): Exchange {
  const { name, message, cause } = error as Error & {
    cause?: { code?: unknown }
  }
  if (name === "TimeoutError" || name === "AbortError") {
    return {
      kind: "silent",
      cause: "timeout",
      reached: true,
      detail: "Safaricom did not answer in time.",
    }
  }
  const code = String(cause?.code ?? "")
  return {
    kind: "silent",
    cause: "connection",
    reached: !NEVER_CONNECTED.has(code),
    detail: excerptOf(code ? `${message} (${code})` : message),
  }
}

export async function exchange(
  send: typeof fetch,
  url: string,
  init: RequestInit,
  timeoutMs: number
): Promise<Exchange> {
  try {
    const response = await send(url, {
      ...init,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    })
    const { status } = response
    const text = await readBounded(response)
    if (text === undefined) {
      const detail = `The answer is longer than ${BODY_LIMIT} bytes.`
      return { kind: "unreadable", status, detail }
    }
    const body = parsed(text)
    return isObject(body)
      ? { kind: "json", status, body }
      : { kind: "unreadable", status, detail: excerptOf(text) }
  } catch (error) {
    return silence(error)
  }
}
