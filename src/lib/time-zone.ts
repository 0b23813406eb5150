/** Days and clock times of a place, where a day may have 23 or 25 hours. */

export type CalendarDay = { year: number; month: number; day: number }

type Clock = CalendarDay & { hour: number; minute: number; second: number }

export const isTimeZone = (zone: string) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }) !== undefined
  } catch {
    return false
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

const formatterOf = (zone: string) => {
  const known = formatters.get(zone)
  if (known) {
    return known
  }
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  })
  formatters.set(zone, made)
  return made
}

/** What calendar and clock show there at an instant. */
export function clockIn(instant: Date, zone: string): Clock {
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)])
  )
  const { year, month, day, hour, minute, second } = parts
  return { year, month, day, hour, minute, second }
}

const asUtc = ({ year, month, day, hour, minute, second }: Clock) =>
  Date.UTC(year, month - 1, day, hour, minute, second)

/** How far the zone is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(instant: Date, zone: string): number {
  const whole = Math.floor(instant.getTime() / 1000) * 1000
  return asUtc(clockIn(new Date(whole), zone)) - whole
}

/**
 * The instant at which the clock there shows a time. Of a time that comes
 * twice it is the first; one that is skipped is the same span after the jump.
 */
export function instantOf(
  { hour = 0, minute = 0, second = 0, ...date }: CalendarDay & Partial<Clock>,
  zone: string
): Date {
  const wanted = asUtc({ ...date, hour, minute, second })
  const DAY = 86_400_000
  const before = offsetAt(new Date(wanted - DAY), zone)
  const after = offsetAt(new Date(wanted + DAY), zone)
  const matching = [before, after]
    .map((offset) => wanted - offset)
    .filter((time) => time + offsetAt(new Date(time), zone) === wanted)
  return new Date(matching.length ? Math.min(...matching) : wanted - before)
}

const dayAfter = ({ year, month, day }: CalendarDay, days: number) => {
  const date = new Date(Date.UTC(year, month - 1, day + days))
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  }
}

/** The first instant of the day there, and the first of the next. */
export function dayBounds(instant: Date, zone: string) {
  const { year, month, day } = clockIn(instant, zone)
  const today = { year, month, day }
  return {
    start: instantOf(today, zone),
    end: instantOf(dayAfter(today, 1), zone),
  }
}

/** The same for the month. */
export function monthBounds(instant: Date, zone: string) {
  const { year, month } = clockIn(instant, zone)
  const next = month === 12 ? [year + 1, 1] : [year, month + 1]
  return {
    start: instantOf({ year, month, day: 1 }, zone),
    end: instantOf({ year: next[0], month: next[1], day: 1 }, zone),
  }
}

const two = (value: number) => String(value).padStart(2, "0")

/** `2026-03-29` as the calendar there shows it. */
export function isoDay(instant: Date, zone: string): string {
  const { year, month, day } = clockIn(instant, zone)
  return `${year}-${two(month)}-${two(day)}`
}

/** `20260329143000`, as several payment providers want it. */
export function compactTime(instant: Date, zone: string): string {
  const { year, month, day, hour, minute, second } = clockIn(instant, zone)
  return [year, ...[month, day, hour, minute, second].map(two)].join("")
}

/** Date and time as people read them in their language. */
export const formatInstant = (
  instant: Date,
  zone: string,
  locale: string,
  style: Intl.DateTimeFormatOptions = {
    dateStyle: "medium",
    timeStyle: "short",
  }
) =>
  new Intl.DateTimeFormat(locale, { ...style, timeZone: zone }).format(instant)

const minutesOf = (clock: string) => {
  const [hour, minute] = clock.split(":").map(Number)
  return hour * 60 + minute
}

/** Whether a clock time there lies in a span that may cross midnight. */
export function isWithin(
  instant: Date,
  zone: string,
  { from, to }: { from: string; to: string }
): boolean {
  const { hour, minute } = clockIn(instant, zone)
  const now = hour * 60 + minute
  const [start, end] = [minutesOf(from), minutesOf(to)]
  return start <= end ? now >= start && now < end : now >= start || now < end
}
