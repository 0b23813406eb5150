import { instantOf, clockIn } from "../../../lib/time-zone"
import { type MarketCode, markets } from "../../../markets"
import type { Random } from "../random"

const DAY = 86_400_000

/** Sunday is 0. */
const weekends: Record<MarketCode, readonly number[]> = {
  ke: [6, 0],
  bd: [5, 6],
  in: [6, 0],
  us: [6, 0],
}

/** When people shop: little at night, most after work. */
const hours: readonly (readonly [number, number])[] = Array.from(
  { length: 24 },
  (_, hour) => {
    if (hour < 7) {
      return [hour, 1] as const
    }
    return [hour, hour < 17 ? 4 : hour < 19 ? 7 : hour < 23 ? 11 : 4] as const
  }
)

/** Some time of a market's day, on weekends more often than not. */
export function momentOf(
  random: Random,
  market: MarketCode,
  now: Date,
  { youngest, oldest }: { youngest: number; oldest: number }
): Date {
  const zone = markets[market].time_zone
  // The shop grows: the more recent a day, the more orders it has.
  const age = () =>
    youngest + Math.floor((oldest - youngest) * random.next() ** 1.3)
  const isWeekend = (days: number) => {
    const { year, month, day } = clockIn(
      new Date(now.getTime() - days * DAY),
      zone
    )
    const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
    return weekends[market].includes(weekday)
  }
  let days = age()
  if (!isWeekend(days) && random.chance(0.35)) {
    days = age()
  }
  const date = clockIn(new Date(now.getTime() - days * DAY), zone)
  const moment = instantOf(
    {
      year: date.year,
      month: date.month,
      day: date.day,
      hour: random.weighted(hours),
      minute: random.int(0, 59),
      second: random.int(0, 59),
    },
    zone
  )
  return moment < now ? moment : new Date(moment.getTime() - DAY)
}
