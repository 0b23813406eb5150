import { createHash } from "node:crypto"
import type { CloudinaryConfig } from "./config"
import { CloudinaryError } from "./errors"

/** https://cloudinary.com/documentation/authentication_signatures */
const UNSIGNED = new Set([
  "file",
  "cloud_name",
  "resource_type",
  "api_key",
  "signature",
])

const sha1 = (text: string) => createHash("sha1").update(text)

/** Throws what Cloudinary would say, unless the account has signed the fields. */
export function checkSignature(
  fields: Record<string, string>,
  account: CloudinaryConfig,
  now: number
) {
  if (!fields.api_key || !fields.signature) {
    throw new CloudinaryError(
      400,
      "Upload preset must be specified when using unsigned upload"
    )
  }
  if (fields.api_key !== account.api_key) {
    throw new CloudinaryError(401, `Unknown API key ${fields.api_key}`)
  }
  const toSign = Object.keys(fields)
    .filter((name) => !UNSIGNED.has(name) && fields[name] !== "")
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join("&")
  const signature = sha1(`${toSign}${account.api_secret}`).digest("hex")
  if (signature !== fields.signature) {
    throw new CloudinaryError(
      401,
      `Invalid Signature ${fields.signature}. String to sign - '${toSign}'.`
    )
  }
  const age = now - Number(fields.timestamp) * 1000
  if (!(Math.abs(age) <= account.signature_ms)) {
    throw new CloudinaryError(
      400,
      "Stale request - reported time is more than 1 hour ago"
    )
  }
}

/**
 * The eight characters in `s--…--` of a delivery address; they do not cover
 * its version. https://cloudinary.com/documentation/delivery_url_signatures
 */
export const deliverySignature = (source: string, secret: string) =>
  sha1(`${source}${secret}`)
    .digest("base64")
    .slice(0, 8)
    .replaceAll("/", "_")
    .replaceAll("+", "-")
