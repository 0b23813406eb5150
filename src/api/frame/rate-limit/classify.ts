import type { RequestState } from "../request-state"

/**
 * What kind of request it is to the rate limits. `credential` is everything a
 * guesser would repeat; its purpose, not its path, is counted, because one
 * account can be tried under several paths.
 */
export type RateClass =
  | { kind: "free" }
  | { kind: "read" }
  | { kind: "credential"; purpose: Purpose }
  | { kind: "write"; owner: string | undefined }

export type Purpose =
  "log-in" | "register" | "reset" | "code" | "session" | "coupon"

const reading = new Set(["GET", "HEAD", "OPTIONS"])
const coupon = /^\/store\/(?:carts\/[^/]+\/promotions|coupons\/validate)$/
const cart = /^\/store\/(?:carts|payment-collections)\/([^/]+)/
/** Reads that need a body, or that only tell that something was read. */
const readByPost = /^\/store\/(?:search(?:\/|$)|products\/[^/]+\/views$)/

function purposeOf(path: string): Purpose {
  if (path.endsWith("/register")) {
    return "register"
  }
  if (/\/(?:reset-password|update|password)$/.test(path)) {
    return "reset"
  }
  if (/verif|\/codes?(?:\/|$)|\/mfa(?:\/|$)/.test(path)) {
    return "code"
  }
  return /^\/auth\/(?:sessions?|token)(?:\/|$)/.test(path)
    ? "session"
    : "log-in"
}

export function classify(
  method: string,
  { area, path }: Pick<RequestState, "area" | "path">
): RateClass {
  if (area !== "store" && area !== "admin" && area !== "auth") {
    return { kind: "free" }
  }
  if (area === "admin" || reading.has(method)) {
    return { kind: "read" }
  }
  if (area === "auth") {
    return method === "DELETE"
      ? { kind: "read" }
      : { kind: "credential", purpose: purposeOf(path) }
  }
  if (path === "/store/customers") {
    return { kind: "credential", purpose: "register" }
  }
  if (method === "POST" && coupon.test(path)) {
    return { kind: "credential", purpose: "coupon" }
  }
  return readByPost.test(path)
    ? { kind: "read" }
    : { kind: "write", owner: cart.exec(path)?.[1] }
}
