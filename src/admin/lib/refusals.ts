import type { ShopError } from "./shop-fetch"

/** What only the message has, and its sentence in another language needs. */
const NEEDED: Readonly<Record<string, RegExp>> = {
  prompt_open: /(?<seconds>\d+) seconds/,
  too_soon: /(?<seconds>\d+) seconds/,
  not_registered: /^The provider refused: (?<detail>[^]+)$/,
}

/**
 * What stands in the places of the sentence for a code. Undefined when the
 * answer does not have it: then its own message says more.
 */
export function placesOf({ code = "", message, requestId }: RefusalParts) {
  const general = { message, request: requestId ?? "" }
  if (!Object.hasOwn(NEEDED, code)) {
    return general
  }
  const found = NEEDED[code].exec(message)?.groups
  return found && { ...general, ...found }
}

export type RefusalParts = Pick<ShopError, "code" | "message" | "requestId">
