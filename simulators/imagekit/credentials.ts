import { createHmac } from "node:crypto"
import type { SimulatorRequest } from "../frame/http"
import { ImageKitError } from "./errors"

/** The private key as the user of basic authentication, with no password. */
export function checkKey({ headers }: SimulatorRequest, key: string) {
  const [scheme, value = ""] = (headers.authorization ?? "").split(" ")
  const given = Buffer.from(value, "base64").toString("utf8")
  if (scheme.toLowerCase() !== "basic" || given !== `${key}:`) {
    throw new ImageKitError(
      headers.authorization ? 403 : 401,
      "Your account cannot be authenticated."
    )
  }
}

/** Without a time of its own a signed address is good until then. */
const FOREVER = "9999999999"

/**
 * Whether the query signs the path: `ik-s` is the HMAC of the address behind
 * the endpoint and of `ik-t`.
 * https://imagekit.io/docs/media-delivery-basic-security
 */
export function isSigned(
  path: string,
  query: URLSearchParams,
  key: string,
  now: number
): boolean {
  const until = query.get("ik-t") ?? FOREVER
  const right = createHmac("sha1", key).update(`${path}${until}`).digest("hex")
  return query.get("ik-s") === right && now <= Number(until) * 1000
}
