import { badRequest } from "../errors/api-error"

const HEADER = "Idempotency-Key"
/** What can be typed; also keeps line ends out of the logs. */
const PRINTABLE = /^[\x20-\x7e]{1,255}$/

/** The key of a request, if its caller means to repeat it safely. */
export function idempotencyKeyOf(header: string | undefined) {
  if (header === undefined) {
    return undefined
  }
  const key = header.trim()
  if (!PRINTABLE.test(key)) {
    throw badRequest(
      "invalid_idempotency_key",
      `${HEADER} must be 1 to 255 printable characters.`,
      [{ field: HEADER, message: "must be 1 to 255 printable characters" }]
    )
  }
  return key
}
