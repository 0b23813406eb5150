import { createHash } from "node:crypto"
import type { CloudinaryAccount } from "./types"

export type Fields = Record<string, string>

/**
 * Fields as Cloudinary wants them from a caller it can trust: sorted, joined
 * and hashed with the secret; `file`, `cloud_name`, `resource_type` and
 * `api_key` stay out of it. The signature is good for an hour.
 * https://cloudinary.com/documentation/authentication_signatures
 */
export function signed(
  fields: Fields,
  { apiKey, apiSecret }: CloudinaryAccount,
  now: number
): Fields {
  const stamped: Fields = {
    ...fields,
    timestamp: String(Math.floor(now / 1000)),
  }
  const toSign = Object.keys(stamped)
    .sort()
    .map((name) => `${name}=${stamped[name]}`)
    .join("&")
  const signature = createHash("sha1")
    .update(`${toSign}${apiSecret}`)
    .digest("hex")
  return { ...stamped, api_key: apiKey, signature }
}
