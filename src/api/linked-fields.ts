import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

/** `+name.*`, in each way of writing it. */
const whole = (field: string, name: string) =>
  field.replace(/^[+ ]?\*?/, "").replace(/\.\*$/, "") === name

const bare = (field: string) => /^[^+\-* ]/.test(field)

/**
 * `fields` with what a link adds to Medusa's own: where the caller names no
 * fields of their own, and where they ask for all of it.
 */
export function withLinked(
  fields: string | undefined,
  name: string,
  columns: readonly string[]
): string {
  const paths = columns.map((column) => `${name}.${column}`)
  const asked = fields ? fields.split(",") : []
  const expanded = asked.flatMap((field) =>
    whole(field.trim(), name)
      ? paths.map((path) => (bare(field) ? path : `+${path}`))
      : field
  )
  return asked.some(bare)
    ? expanded.join(",")
    : [...new Set([...expanded, ...paths.map((path) => `+${path}`)])].join(",")
}

/** Stands before core's reading of `fields`. */
export const showLinked =
  (name: string, columns: readonly string[]) =>
  (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) => {
    const { fields } = req.query
    if (fields === undefined || typeof fields === "string") {
      req.query.fields = withLinked(fields, name, columns)
    }
    next()
  }

/** For shoppers, who may ask for what is named and nothing else. */
export const allowLinked =
  (name: string, columns: readonly string[]) =>
  (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) => {
    req.allowed = [
      ...(req.allowed ?? []),
      ...columns.map((column) => `${name}.${column}`),
    ]
    next()
  }
