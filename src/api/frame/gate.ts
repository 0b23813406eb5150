import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { runInContext } from "../../lib/request-context"
import { answerFromCache } from "../catalogue-cache/answer"
import { completed } from "./errors/answer"
import { limitByAddress } from "./rate-limit/middleware"
import { stateOf } from "./request-state"

const EXPOSED =
  "X-Request-Id, ETag, Idempotent-Replayed, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset"

function completeErrors(res: MedusaResponse, requestId: string) {
  const json = res.json
  res.json = function (this: MedusaResponse, body) {
    const whole =
      this.statusCode >= 400
        ? completed(body, this.statusCode, requestId)
        : body
    return json.call(this, whole)
  } as MedusaResponse["json"]
}

/** Stands before the first thing that reads the body. */
export const gate = (first: MiddlewareFunction): MiddlewareFunction =>
  async function gated(
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    const state = stateOf(req)
    state.gated = true
    completeErrors(res, state.id)
    if (req.headers.origin) {
      res.setHeader("Access-Control-Expose-Headers", EXPOSED)
    }
    try {
      const refusal = state.refusal ?? (await limitByAddress(req, res, state))
      if (refusal) {
        next(refusal)
        return
      }
      if (await answerFromCache(req, res, state)) {
        return
      }
    } catch (error) {
      next(error)
      return
    }
    runInContext({ requestId: state.id }, () => first(req, res, next))
  } as MiddlewareFunction

/** A request that came past the gate would be one without limits. */
export function ensureGated(req: MedusaRequest): void {
  if (!stateOf(req).gated) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The API frame is not installed before Medusa's own middlewares."
    )
  }
}
