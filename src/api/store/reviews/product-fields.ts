import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ratingSummarySchema } from "./view"

/** What of a product's figures a shopper may ask for. */
const figures = Object.keys(ratingSummarySchema.shape).map(
  (name) => `review_summary.${name}`
)

const WHOLE = /^[+ ]?\*?review_summary(\.\*)?$/

/** `+review_summary.*` becomes each of the figures, and no more. */
const expanded = (fields: string) =>
  fields
    .split(",")
    .flatMap((field) =>
      WHOLE.test(field) ? figures.map((name) => `+${name}`) : field
    )
    .join(",")

/** Stands before core's check of `fields`, which allows whole paths only. */
export function allowReviewSummary(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const { fields } = req.query
  if (typeof fields === "string") {
    req.query.fields = expanded(fields)
  }
  req.allowed = [...(req.allowed ?? []), ...figures]
  next()
}
