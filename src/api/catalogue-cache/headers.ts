import type { IncomingMessage, ServerResponse } from "node:http"
import { PUBLISHABLE_KEY_HEADER } from "@medusajs/framework/utils"
import type { Answer } from "../../modules/catalogue-cache/answers"
import { settings } from "../../settings"

/** Everything of a request that can make its answer another. */
const VARY = `Origin, Authorization, Cookie, ${PUBLISHABLE_KEY_HEADER}, x-medusa-locale`

const {
  CATALOGUE_BROWSER_SECONDS: browser,
  CATALOGUE_CDN_SECONDS: cdn,
  CATALOGUE_CDN_STALE_SECONDS: stale,
} = settings

const cacheControl = (left: number): string => {
  const most = (seconds: number) => Math.min(seconds, left)
  return [
    "public",
    `max-age=${most(browser)}`,
    ...(cdn ? [`s-maxage=${most(cdn)}`] : []),
    // Never past the moment at which it is wrong.
    ...(stale && cdn + stale <= left
      ? [`stale-while-revalidate=${stale}`]
      : []),
    ...(browser || stale ? [] : ["must-revalidate"]),
  ].join(", ")
}

const always = cacheControl(Infinity)

/** A price list may begin or end before a CDN would ask again. */
const cacheControlOf = ({ wrongAt }: Answer) =>
  wrongAt === Infinity
    ? always
    : cacheControl(
        Math.max(0, Math.floor((wrongAt - performance.now()) / 1000))
      )

const weak = (tag: string) => tag.trim().replace(/^W\//, "")

/**
 * Whether the caller has this answer already. `no-cache` beside it, as `fetch`
 * sends it, asks a cache to make sure; what is said here is sure.
 */
export function isFresh(
  { headers }: IncomingMessage,
  { etag }: Answer
): boolean {
  const known = headers["if-none-match"]
  return (
    known?.trim() === "*" ||
    !!known?.split(",").some((tag) => weak(tag) === weak(etag))
  )
}

export type Outcome = "hit" | "miss" | "bypass"

/** As RFC 9211 writes it. */
const tell = (response: ServerResponse, outcome: Outcome) =>
  response.setHeader(
    "Cache-Status",
    outcome === "hit" ? "duka; hit" : `duka; fwd=${outcome}`
  )

/** What anybody on the way may keep, and for whom. */
export function describe(
  response: ServerResponse,
  answer: Answer,
  outcome: Outcome
): void {
  tell(response, outcome)
  response.setHeader("Cache-Control", cacheControlOf(answer))
  response.setHeader("ETag", answer.etag)
  response.setHeader("Vary", VARY)
}

/** It may be one person's own, or is a refusal. */
export function keepOut(response: ServerResponse): void {
  tell(response, "bypass")
  response.setHeader("Cache-Control", "private, no-store")
}
