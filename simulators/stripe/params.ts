import { z } from "@medusajs/framework/zod"
import { invalid } from "./errors"
import type { Form } from "./form"
import type { Address, Metadata } from "./types"

/** Everything arrives as text in a form; these read it as Stripe does. */

export const text = z.string().max(5000)
export const integer = z
  .string()
  .regex(/^-?\d{1,15}$/, "Invalid integer")
  .transform(Number)
export const positive = integer.refine(
  (value) => value >= 1,
  "must be greater than or equal to 1"
)
export const flag = z
  .enum(["true", "false"], "Invalid boolean")
  .transform((value) => value === "true")
export const list = z.union([
  z.array(text),
  z.literal("").transform((): string[] => []),
])
export const nested = z.record(z.string(), z.unknown())

const metadataEntries = z.record(z.string().min(1).max(40), z.string().max(500))
export const metadata = z.union([
  metadataEntries.refine(
    (entries) => Object.keys(entries).length <= 50,
    "at most 50 keys"
  ),
  z.literal(""),
])

/** Metadata is merged; an empty value takes a key away, `""` all of them. */
export function mergeMetadata(
  kept: Metadata,
  change: z.output<typeof metadata> | undefined
): Metadata {
  if (change === undefined) {
    return kept
  }
  const merged = change === "" ? {} : { ...kept, ...change }
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== "")
  )
}

export const addressFields = z.strictObject({
  city: text.optional(),
  country: text.optional(),
  line1: text.optional(),
  line2: text.optional(),
  postal_code: text.optional(),
  state: text.optional(),
})

export function toAddress(
  fields: z.output<typeof addressFields> = {}
): Address {
  return {
    city: fields.city || null,
    country: fields.country || null,
    line1: fields.line1 || null,
    line2: fields.line2 || null,
    postal_code: fields.postal_code || null,
    state: fields.state || null,
  }
}

/** Parameters that every call may carry. */
const common = { expand: list.optional(), key: text.optional() }

const paramName = (path: PropertyKey[]) =>
  path
    .map((part, index) => (index ? `[${String(part)}]` : String(part)))
    .join("")

/** Reads the parameters of a call, or refuses as Stripe words it. */
export function readParams<Shape extends z.ZodRawShape>(
  shape: Shape,
  form: Form
) {
  const parsed = z.strictObject({ ...shape, ...common }).safeParse(form)
  if (parsed.success) {
    return parsed.data
  }
  const issue = parsed.error.issues[0]
  const param = paramName(issue.path)
  if (issue.code === "unrecognized_keys") {
    const unknown = paramName([...issue.path, issue.keys[0]])
    throw invalid(`Received unknown parameter: ${unknown}`, {
      code: "parameter_unknown",
      param: unknown,
    })
  }
  const isAbsent =
    issue.path.reduce<unknown>(
      (value, key) => (value as Record<PropertyKey, unknown>)?.[key],
      form
    ) === undefined
  if (isAbsent) {
    throw invalid(`Missing required param: ${param}.`, {
      code: "parameter_missing",
      param,
    })
  }
  if (issue.message === "Invalid integer") {
    throw invalid(`Invalid integer: ${param}`, {
      code: "parameter_invalid_integer",
      param,
    })
  }
  throw invalid(`Invalid ${param}: ${issue.message}`, { param })
}
