import { z } from "@medusajs/framework/zod"
import { dayBounds, instantOf, isoDay } from "../../../lib/time-zone"
import { settings } from "../../../settings"

/** The zone a coupon's first and last day are counted in. */
export const shopZone = () => settings.SHOP_TIME_ZONE

const isDay = (text: string) => z.iso.date().safeParse(text).success

const isInstant = (text: string) =>
  z.iso.datetime({ offset: true }).safeParse(text).success

const isClockTime = (text: string) =>
  z.iso.datetime({ local: true }).safeParse(text).success

/** An invalid date, where the text is neither a clock time nor an instant. */
function instantIn(text: string) {
  if (isInstant(text)) {
    return new Date(text)
  }
  if (!isClockTime(text)) {
    return new Date(NaN)
  }
  const [year, month, day, hour, minute, second = 0] = text
    .split(/\D/)
    .map(Number)
  return instantOf({ year, month, day, hour, minute, second }, shopZone())
}

function boundsOf(text: string) {
  if (!isDay(text)) {
    return undefined
  }
  const [year, month, day] = text.split("-").map(Number)
  // Noon is on the same day whatever its clocks do.
  const noon = instantOf({ year, month, day, hour: 12 }, shopZone())
  return dayBounds(noon, shopZone())
}

/**
 * The first instant of a day of the shop; a time of its clock is that instant,
 * and an instant is itself.
 */
export const firstOf = (text: string): Date =>
  boundsOf(text)?.start ?? instantIn(text)

/** The first instant after a day of the shop; what is no day is itself. */
export const afterLastOf = (text: string): Date =>
  boundsOf(text)?.end ?? instantIn(text)

export const dayOf = (instant: Date): string => isoDay(instant, shopZone())

/** The last day on which something that ends at an instant still is. */
export const lastDayBefore = (end: Date): string =>
  dayOf(new Date(end.getTime() - 1))
