import { FetchError } from "@medusajs/js-sdk"

const statusOf = (error: unknown) =>
  error instanceof FetchError ? error.status : undefined

export const isForbidden = (error: unknown) => statusOf(error) === 403

/** What the server says about a refusal; undefined when it did not answer. */
export const saidBy = (error: unknown) =>
  error instanceof FetchError && error.message ? error.message : undefined

/** A refusal stays one; only what may have been an accident is asked again. */
export function retryOnce(failures: number, error: Error) {
  const status = statusOf(error)
  return failures < 1 && (status === undefined || status >= 500)
}
