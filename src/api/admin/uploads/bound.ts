import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { ApiError } from "../../frame/errors/api-error"
import { MAX_REQUEST } from "./limits"

const { INVALID_DATA } = MedusaError.Types

/**
 * Before core reads a file into memory, however large: Node holds a request to
 * the length it announced.
 */
export function boundUpload(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
) {
  const length = req.headers["content-length"]
  if (length === undefined) {
    throw new ApiError({
      status: 411,
      type: INVALID_DATA,
      code: "length_required",
      message: "An upload says how long it is, in `Content-Length`.",
    })
  }
  if (Number(length) > MAX_REQUEST) {
    throw new ApiError({
      status: 413,
      type: INVALID_DATA,
      code: "body_too_large",
      message: `One request may bring ${Math.floor(MAX_REQUEST / 1024 / 1024)} MB.`,
      // What is left of it is not read.
      headers: { Connection: "close" },
    })
  }
  next()
}
