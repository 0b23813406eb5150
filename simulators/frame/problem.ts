import type { z } from "@medusajs/framework/zod"

export type ProblemType =
  | "invalid_data"
  | "not_found"
  | "not_allowed"
  | "conflict"
  | "too_large"
  | "unexpected_state"

export type ProblemDetail = { field: string; message: string }

const STATUS: Record<ProblemType, number> = {
  invalid_data: 400,
  not_allowed: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unexpected_state: 500,
}

/** A refusal of the frame itself. A stand-in speaks its provider's shape. */
export class Problem extends Error {
  constructor(
    readonly type: ProblemType,
    message: string,
    readonly details: ProblemDetail[] = [],
    readonly status: number = STATUS[type]
  ) {
    super(message)
  }

  toJSON() {
    return { type: this.type, message: this.message, details: this.details }
  }
}

/** Reads `value` with `schema`, or refuses with one detail per wrong field. */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string
): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) {
    return parsed.data
  }
  const details = parsed.error.issues.map((issue) => ({
    field: issue.path.join("."),
    message: issue.message,
  }))
  const list = details
    .map(({ field, message }) => (field ? `${field}: ${message}` : message))
    .join("; ")
  throw new Problem("invalid_data", `${what} is not valid. ${list}`, details)
}
