import type { IncomingMessage } from "node:http"
import { settings } from "../../settings"
import { clientIp } from "./client-ip"
import type { ApiError } from "./errors/api-error"
import { inspectUrl } from "./guards/url"
import { requestId } from "./request-id"

export type Area = "store" | "admin" | "auth" | "hooks" | "app" | "static"

/** What the frame knows about a request, from its first byte to its log line. */
export type RequestState = {
  readonly id: string
  readonly ip: string
  readonly startedAt: number
  /** As the router compares it: lower case, without query and last slash. */
  readonly path: string
  /** As it was asked for; the log shows it redacted. */
  readonly url: string
  readonly area: Area | undefined
  /** A proxy stood in between, so a loopback address proves nothing. */
  readonly forwarded: boolean
  /** Why the request ends at the gate. */
  refusal?: ApiError
  gated?: boolean
  /** The pattern of a route that answered before it was reached. */
  route?: string
  errorCode?: string
}

const STATE = Symbol("duka.request-state")

type Carrier = IncomingMessage & { [STATE]?: RequestState }

const AREA = /^\/(store|admin|auth|hooks|app|static)(?:\/|$)/

const comparable = (path: string): string => {
  const lower = path.toLowerCase()
  return lower.length > 1 && lower.endsWith("/")
    ? lower.replace(/\/+$/, "") || "/"
    : lower
}

export function beginRequest(request: IncomingMessage): RequestState {
  const { headers, socket } = request
  const url = request.url ?? "/"
  const mark = url.indexOf("?")
  const path = comparable(mark < 0 ? url : url.slice(0, mark))
  const state: RequestState = {
    id: requestId(headers["x-request-id"]),
    ip: clientIp(
      socket.remoteAddress,
      headers["x-forwarded-for"],
      settings.TRUSTED_PROXY_HOPS
    ),
    startedAt: performance.now(),
    path,
    url,
    area: AREA.exec(path)?.[1] as Area | undefined,
    forwarded:
      "x-forwarded-for" in headers ||
      "forwarded" in headers ||
      "x-real-ip" in headers,
    refusal: inspectUrl(url),
  }
  ;(request as Carrier)[STATE] = state
  return state
}

export const stateOf = (request: IncomingMessage): RequestState =>
  (request as Carrier)[STATE] ?? beginRequest(request)
