import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { logger } from "../../../logger"
import { stateOf } from "../request-state"
import { answerOf } from "./answer"
import { shareError } from "./cors"

/** Turns whatever was thrown into the one shape of error the API has. */
export function errorHandler(
  error: unknown,
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const state = stateOf(req)
  const { status, body, headers } = answerOf(error, state.id)
  state.errorCode = body.code
  if (status >= 500) {
    logger.event("error", `${req.method} ${state.path} failed`, {
      error,
      request_id: state.id,
    })
  }
  if (res.headersSent) {
    // The answer is half written; only ending the connection tells the caller.
    next(error)
    return
  }
  shareError(req, res, state.area)
  // What is missing now may be there in a moment.
  res.set("Cache-Control", "no-store")
  if (headers) {
    res.set(headers)
  }
  res.status(status).json(body)
}
