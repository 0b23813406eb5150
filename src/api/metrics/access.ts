import { createHash, timingSafeEqual } from "node:crypto"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { settings } from "../../settings"
import { isLoopback } from "../frame/client-ip"
import { stateOf } from "../frame/request-state"

const digest = (text: string): Buffer =>
  createHash("sha256").update(text).digest()

const expected =
  settings.METRICS_TOKEN && digest(`Bearer ${settings.METRICS_TOKEN}`)

const mayRead = (req: MedusaRequest): boolean => {
  if (expected) {
    return timingSafeEqual(expected, digest(req.headers.authorization ?? ""))
  }
  const state = stateOf(req)
  return !state.forwarded && isLoopback(state.ip)
}

/** The token of the settings, or this machine while there is none. */
export function requireScraper(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  next(
    mayRead(req)
      ? undefined
      : new MedusaError(
          MedusaError.Types.UNAUTHORIZED,
          expected
            ? "Send METRICS_TOKEN as a bearer token."
            : "Metrics are read from this machine, or with METRICS_TOKEN from elsewhere."
        )
  )
}
