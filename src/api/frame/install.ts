import { subscribe } from "node:diagnostics_channel"
import type { IncomingMessage, ServerResponse } from "node:http"
import { ApiLoader } from "@medusajs/framework/http"
import type { MiddlewareFunction } from "@medusajs/framework/http"
import { logger } from "../../logger"
import { KEY_CHECK, keyKnown } from "../catalogue-cache/publishable-key"
import { gate } from "./gate"
import { requestEnded } from "./observe/request-log"
import { beginRequest } from "./request-state"
import { setSecurityHeaders } from "./security-headers"

type Exchange = { request: IncomingMessage; response: ServerResponse }

/** Express adds its name when it takes the request over, after us. */
function withoutExpressName(response: ServerResponse) {
  const writeHead = response.writeHead
  response.writeHead = function (
    this: ServerResponse,
    ...args: unknown[]
  ): ServerResponse {
    if (!this.headersSent) {
      this.removeHeader("X-Powered-By")
    }
    return Reflect.apply(writeHead, this, args)
  } as ServerResponse["writeHead"]
}

/** The first moment of a request, before any middleware sees it. */
export function requestStarted({ request, response }: Exchange): void {
  const state = beginRequest(request)
  const { headers } = request
  headers["x-request-id"] = state.id
  // What core and Express read as the caller's address is now the true one.
  headers["x-client-ip"] = state.ip
  headers["x-forwarded-for"] = state.ip
  if (state.refusal) {
    // Nothing may parse it; the gate refuses it under its area.
    request.url = state.area ? `/${state.area}` : "/"
  }
  response.setHeader("X-Request-Id", state.id)
  setSecurityHeaders(response, state.area, state.path)
  withoutExpressName(response)
  response.once("close", () => requestEnded(request, response, state))
}

export const REQUEST_START = "http.server.request.start"

export function onRequestStart(message: unknown): void {
  try {
    requestStarted(message as Exchange)
  } catch (error) {
    // A subscriber that throws would end the process.
    logger.event("error", "A request could not be begun.", { error })
  }
}

const FIRST = "jsonBodyParser"
const INSTALLED = Symbol.for("duka.frame")

type Tracer = NonNullable<typeof ApiLoader.traceMiddleware>

/**
 * Medusa runs a project's middlewares after it has parsed the body, asked for
 * the publishable key and authenticated. Two seams lie before that:
 *
 * - Node's channel `http.server.request.start` tells of a request before the
 *   application sees it, but cannot refuse it;
 * - `ApiLoader.traceMiddleware` is handed every middleware as it is registered,
 *   for tracing. The first is the parser of JSON bodies, and the gate is put
 *   before it. The check of the publishable key is asked once for each key. All
 *   others are given back as they are.
 *
 * Should a later Medusa register something else first, `ensureGated` refuses
 * to serve and `install.unit.spec.ts` fails.
 */
export function installFrame(): void {
  const registry = globalThis as { [INSTALLED]?: boolean }
  if (registry[INSTALLED]) {
    return
  }
  registry[INSTALLED] = true
  subscribe(REQUEST_START, onRequestStart)
  const tracer = ApiLoader.traceMiddleware
  ApiLoader.traceMiddleware = ((handler, route) => {
    const traced = (
      tracer ? tracer(handler, route) : handler
    ) as MiddlewareFunction
    if (handler.name === FIRST && route.route === "/") {
      return gate(traced)
    }
    return handler.name === KEY_CHECK ? keyKnown(traced) : traced
  }) as Tracer
}
