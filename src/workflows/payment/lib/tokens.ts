import {
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from "node:crypto"
import { settings } from "../../../settings"

/**
 * Goes into an address a provider answers to; 192 bits nobody can guess. Hex,
 * because Safaricom refuses addresses with words like `sql` in them.
 */
export const newToken = () => randomBytes(24).toString("hex")

/**
 * Only the hash is stored and looked up, so neither a copy of the database nor
 * the time an answer takes tells a token.
 */
export const hashToken = (token: string) =>
  createHash("sha256").update(token).digest("hex")

/**
 * The token of the address at which a provider announces payments nobody asked
 * for. It follows from the shop's secret, so it is the same on every server.
 */
export const announcementToken = (driver: string) =>
  createHmac("sha256", settings.JWT_SECRET)
    .update(`announcements of ${driver}`)
    .digest("hex")
    .slice(0, 48)

export function isAnnouncementToken(driver: string, token: string) {
  const expected = Buffer.from(announcementToken(driver))
  const given = Buffer.from(token)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
