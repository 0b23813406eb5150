import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

/** What of a profile a shopper may ask for, and all that `.*` gives them. */
export const publicProfileFields = [
  "brand",
  "short_description",
  "meta_title",
  "meta_description",
  "features",
  "specifications",
  "has_warranty",
  "warranty",
  "video_url",
  "featured",
  "view_count",
  "sold_count",
  "rating_average",
  "rating_count",
].map((name) => `product_profile.${name}`)

const WHOLE = /^([+ ]?)\*?product_profile(\.\*)?$/

/** "*product_profile" becomes the fields of the list above. */
export function expandProfile(fields: string): string {
  return fields
    .split(",")
    .flatMap((field) => {
      const match = WHOLE.exec(field)
      if (!match) {
        return field
      }
      // Bare, it replaces Medusa's default fields; any other form adds.
      const adds = field !== "product_profile"
      return publicProfileFields.map((name) => (adds ? `+${name}` : name))
    })
    .join(",")
}

/** Stands before core's check of `fields`, which allows whole paths only. */
export function allowProfileFields(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const { fields } = req.query
  if (typeof fields === "string") {
    req.query.fields = expandProfile(fields)
  }
  req.allowed = [...(req.allowed ?? []), ...publicProfileFields]
  next()
}
