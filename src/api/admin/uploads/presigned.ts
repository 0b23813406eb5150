import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { Refusal } from "../../../workflows/refusal"
import { limits } from "./limits"

type Announced = { originalname: string; mime_type: string; size: number }

/**
 * With such an address a file goes into the store past this server, and nobody
 * looks into it. Only the import's tables may, which are read before use.
 */
export function judgePresigned(
  req: MedusaRequest<Announced>,
  _res: MedusaResponse,
  next: MedusaNextFunction
) {
  const { mime_type, size } = req.validatedBody
  if (mime_type !== "text/csv") {
    throw new Refusal(
      "file_type_not_allowed",
      "Only tables of the import go straight into the store; send pictures and videos to `POST /admin/uploads`.",
      { details: [{ field: "mime_type", message: "Only text/csv." }] }
    )
  }
  if (!(size > 0 && size <= limits.table)) {
    throw new Refusal("file_too_large", "A table may have 10 MB.", {
      details: [{ field: "size", message: "Between 1 byte and 10 MB." }],
    })
  }
  next()
}
