import { createHmac, timingSafeEqual } from "node:crypto"

/**
 * Tokens that prove one thing about one subject until a time: `subject.expiry.
 * signature`, fit for a URL. They are checked without a database, so nothing
 * takes one back before it expires. Each purpose signs with a key of its own,
 * and so a token is worthless anywhere but where it was meant for.
 */

type Claim = { purpose: string; subject: string }

export type TokenVerdict =
  { ok: true; subject: string } | { ok: false; reason: "invalid" | "expired" }

const DIGITS = /^\d{1,12}$/
/** Subjects are ids; a dot would move the border between the parts. */
const SUBJECT = /^[\w-]{1,128}$/
const LONGEST = 256

const keyOf = (secret: string, purpose: string) =>
  createHmac("sha256", secret).update(`duka-signed-token:${purpose}`).digest()

const signature = (
  secret: string,
  { purpose, subject }: Claim,
  expiry: string
) =>
  createHmac("sha256", keyOf(secret, purpose))
    .update(`${purpose}\n${subject}\n${expiry}`)
    .digest()

export function signToken(
  secret: string,
  claim: Claim,
  { ttlSeconds, now = Date.now() }: { ttlSeconds: number; now?: number }
): string {
  if (!SUBJECT.test(claim.subject)) {
    throw new RangeError("The subject of a token must be an id.")
  }
  const expiry = String(Math.floor(now / 1000) + ttlSeconds)
  const signed = signature(secret, claim, expiry).toString("base64url")
  return `${claim.subject}.${expiry}.${signed}`
}

/** Whether a token holds for this purpose and, where it is given, this subject. */
export function verifyToken(
  secret: string,
  token: string,
  {
    purpose,
    subject: wanted,
    now = Date.now(),
  }: { purpose: string; subject?: string; now?: number }
): TokenVerdict {
  const [subject, expiry, signed, ...rest] =
    token.length <= LONGEST ? token.split(".") : []
  if (
    !subject ||
    !signed ||
    rest.length > 0 ||
    !SUBJECT.test(subject) ||
    !DIGITS.test(expiry)
  ) {
    return { ok: false, reason: "invalid" }
  }
  const expected = signature(secret, { purpose, subject }, expiry)
  const given = Buffer.from(signed, "base64url")
  const genuine =
    given.length === expected.length &&
    timingSafeEqual(given, expected) &&
    // Base64 has several spellings of the same bytes; one is ours.
    given.toString("base64url") === signed
  if (!genuine || (wanted !== undefined && wanted !== subject)) {
    return { ok: false, reason: "invalid" }
  }
  return Number(expiry) * 1000 > now
    ? { ok: true, subject }
    : { ok: false, reason: "expired" }
}
