import { redactText } from "./redact"

/** An answer of a service that is longer than this is not read to its end. */
export const BODY_LIMIT = 1024 * 1024

const EXCERPT = 200

/** Before these, no byte of the request has left this machine. */
export const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
])

/** What a service said, short and without secrets, for a log or a sentence. */
export const excerptOf = (text: string) =>
  redactText(text.slice(0, EXCERPT).replace(/\s+/g, " ").trim())

/** Nothing when the answer is too long. */
export async function readBounded(
  response: Response
): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    size += chunk.length
    if (size > BODY_LIMIT) {
      return undefined
    }
  }
  return Buffer.concat(chunks).toString("utf8")
}
