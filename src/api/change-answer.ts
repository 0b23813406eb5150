import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

/**
 * Adds to what core's handler answers, before it is sent. An error's answer
 * passes as it is.
 */
export function changeAnswer(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
  change: (body: Record<string, unknown>) => Promise<void>
): void {
  const json = res.json.bind(res)
  res.json = (body: unknown) => {
    if (res.statusCode >= 400 || typeof body !== "object" || body === null) {
      return json(body)
    }
    change(body as Record<string, unknown>).then(() => json(body), next)
    return res
  }
  next()
}

/** The things of an answer under these names, one or a list of them. */
export const thingsAt = <Thing>(
  body: Readonly<Record<string, unknown>>,
  ...names: readonly string[]
): Thing[] =>
  names
    .flatMap((name) => body[name] ?? [])
    .filter((value): value is Thing & object => typeof value === "object")
