import { FetchError } from "@medusajs/js-sdk"

export type FieldProblem = { field: string; message: string }

type Body = { message?: string; details?: FieldProblem[] }

/** A refusal that says which fields are wrong. */
export class FormError extends FetchError {
  readonly details: readonly FieldProblem[]

  constructor({ message, details }: Body, status: number) {
    super(message ?? "", undefined, status)
    this.details = details ?? []
  }
}

/** Posts a form. The SDK would forget which field was refused. */
export async function sendForm<Answer>(
  path: string,
  body: object
): Promise<Answer> {
  const base = (__BACKEND_URL__ ?? "").replace(/\/$/, "")
  const answer = await fetch(`${base}${path}`, {
    method: "POST",
    credentials: "include",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  })
  const json = (await answer.json().catch(() => ({}))) as Answer & Body
  if (!answer.ok) {
    throw new FormError(json, answer.status)
  }
  return json
}

/** What was said about one field, whatever is below it. */
export const problemAt = (error: unknown, field: string) =>
  error instanceof FormError
    ? error.details.find(
        (problem) =>
          problem.field === field || problem.field.startsWith(`${field}.`)
      )?.message
    : undefined
