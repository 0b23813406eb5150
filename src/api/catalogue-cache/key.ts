import type { IncomingMessage } from "node:http"
import { PUBLISHABLE_KEY_HEADER } from "@medusajs/framework/utils"

const LOCALE_HEADER = "x-medusa-locale"

/** No honest key or locale is longer. */
const LONGEST_HEADER = 256

/** The name of the cookie of a log-in. */
const SESSION = /(?:^|;\s*)connect\.sid=/

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll("+", " "))
  } catch {
    return text
  }
}

const header = (request: IncomingMessage, name: string) =>
  String(request.headers[name] ?? "")

const nameOf = (piece: string) => piece.split("=", 1)[0]

const byName = (one: string, other: string) => {
  const [left, right] = [nameOf(one), nameOf(other)]
  return left < right ? -1 : left > right ? 1 : 0
}

const hasBody = ({ headers }: IncomingMessage) =>
  "transfer-encoding" in headers || Number(headers["content-length"] ?? 0) > 0

/** Names a cart: its region, its address and so its prices and taxes. */
const namesCart = (pieces: readonly string[]) =>
  pieces.some((piece) => /^cart_id(?:\[|$)/.test(decoded(nameOf(piece))))

export type Asked = { key: string; query: string }

/**
 * What an answer depends on, or nothing when it may be one person's own. The
 * order of the query's parameters does not matter; that of several of one name
 * is left as it is.
 */
export function askedOf(
  request: IncomingMessage,
  url: string
): Asked | undefined {
  const { headers } = request
  const publishable = header(request, PUBLISHABLE_KEY_HEADER)
  const locale = header(request, LOCALE_HEADER)
  const mark = url.indexOf("?")
  const path = mark < 0 ? url : url.slice(0, mark)
  const pieces = mark < 0 ? [] : url.slice(mark + 1).split("&")
  const personal =
    "authorization" in headers ||
    SESSION.test(headers.cookie ?? "") ||
    namesCart(pieces) ||
    hasBody(request) ||
    publishable.length > LONGEST_HEADER ||
    locale.length > LONGEST_HEADER
  if (personal) {
    return undefined
  }
  const sorted = pieces.sort(byName).join("&")
  return {
    key: [publishable, locale, `${path}?${sorted}`].join("\n"),
    query: decoded(sorted),
  }
}
