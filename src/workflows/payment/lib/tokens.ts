import { createHmac, timingSafeEqual } from "node:crypto"
import { settings } from "../../../settings"

/**
 * A token goes into an address a provider answers to. It is hex, because
 * Safaricom refuses addresses with words like `sql` in them.
 */
export { hashToken, newToken } from "../../../lib/secret-token"

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
