import type { IncomingMessage, ServerResponse } from "node:http"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { redactUrl } from "../../../lib/redact"
import { logger } from "../../../logger"
import type { RequestState } from "../request-state"
import { requestDuration } from "./metrics"

const methods = new Set([
  "GET",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "HEAD",
  "OPTIONS",
])

/** What Express and Medusa put on the request before it ends. */
type Served = IncomingMessage &
  Partial<
    Pick<AuthenticatedMedusaRequest, "scope" | "auth_context"> & {
      route: { path: unknown }
    }
  >

/** The pattern, of which there are as many as routes, never the address. */
export function routeOf(request: Served, state: RequestState): string {
  const path = state.route ?? request.route?.path
  if (typeof path === "string" && path !== "/:path(*)") {
    return path
  }
  return state.area ? `/${state.area}` : "other"
}

/** One line and one observation for a request that is over. */
export function requestEnded(
  request: IncomingMessage,
  response: ServerResponse,
  state: RequestState
): void {
  const served = request as Served
  // Only Medusa's own server gives its requests a scope.
  if (!served.scope) {
    return
  }
  const route = routeOf(served, state)
  const seconds = (performance.now() - state.startedAt) / 1000
  const given = request.method ?? "OTHER"
  const method = methods.has(given) ? given : "OTHER"
  const status = response.statusCode
  requestDuration.observe({ method, route, status: String(status) }, seconds)
  if (!logger.logsRequests()) {
    return
  }
  const actor = served.auth_context
  const url = redactUrl(state.url)
  logger.request(`${method} ${url} ${status}`, {
    request_id: state.id,
    method,
    route,
    url,
    status,
    ms: Math.round(seconds * 10_000) / 10,
    ip: state.ip,
    ...(actor?.actor_id
      ? { actor_type: actor.actor_type, actor_id: actor.actor_id }
      : {}),
    ...(state.errorCode ? { code: state.errorCode } : {}),
    ...(response.writableFinished ? {} : { aborted: true }),
  })
}
