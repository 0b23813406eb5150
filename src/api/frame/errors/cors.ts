import type { IncomingMessage, ServerResponse } from "node:http"
import { parseCorsOrigins } from "@medusajs/framework/utils"
import { settings } from "../../../settings"
import type { Area } from "../request-state"

const origins: Partial<Record<Area, (string | RegExp)[]>> = {
  store: parseCorsOrigins(settings.STORE_CORS.join(",")),
  admin: parseCorsOrigins(settings.ADMIN_CORS.join(",")),
  auth: parseCorsOrigins(settings.AUTH_CORS.join(",")),
}

const allows = (area: Area, origin: string): boolean =>
  (origins[area] ?? []).some((allowed) =>
    typeof allowed === "string"
      ? allowed === origin || allowed === "*"
      : allowed.test(origin)
  )

/**
 * Core puts CORS headers on after the body was parsed, so a browser could not
 * read why a body, an address or a burst of requests was refused.
 */
export function shareError(
  request: IncomingMessage,
  response: ServerResponse,
  area: Area | undefined
): void {
  const { origin } = request.headers
  if (
    origin &&
    area &&
    !response.hasHeader("Access-Control-Allow-Origin") &&
    allows(area, origin)
  ) {
    response.setHeader("Access-Control-Allow-Origin", origin)
    response.setHeader("Access-Control-Allow-Credentials", "true")
    response.appendHeader("Vary", "Origin")
  }
}

/** As core's CORS would, for an answer of the shop that never comes so far. */
export function shareAnswer(
  request: IncomingMessage,
  response: ServerResponse
): void {
  const { origin } = request.headers
  response.setHeader("Access-Control-Allow-Credentials", "true")
  if (origin && allows("store", origin)) {
    response.setHeader("Access-Control-Allow-Origin", origin)
  }
}
