import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { badRequest } from "./errors/api-error"
import { detailsOfIssues, detailsOfMessage } from "./errors/details"

/**
 * Core's validator, which has no words for some rules (an address, a rule over
 * two fields) and then forgets which field it was about.
 */
export function validateBody(schema: z.ZodType) {
  const core = validateAndTransformBody(schema)
  return (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) =>
    core(req, res, (error?: unknown) => {
      if (!(error instanceof Error) || detailsOfMessage(error.message).length) {
        next(error)
        return
      }
      const { error: problem } = schema.safeParse(req.body ?? {})
      next(
        problem
          ? badRequest(
              "invalid_data",
              error.message,
              detailsOfIssues(problem.issues)
            )
          : error
      )
    })
}
