import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ensureGated } from "./gate"
import { inspectBody } from "./guards/body"
import { inspectPaging } from "./guards/paging"
import { limitByPerson } from "./rate-limit/middleware"
import { stateOf } from "./request-state"

/**
 * The first of a project's middlewares: the body is parsed, the person known,
 * and no route has looked at either.
 */
export async function guard(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  ensureGated(req)
  const problem =
    inspectBody(req.body) ??
    inspectPaging(req.query, stateOf(req).area) ??
    (await limitByPerson(req, res))
  next(problem)
}
