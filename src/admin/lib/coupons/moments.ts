import { clockIn, isoDay } from "../../../lib/time-zone"
import type { Coupon } from "./types"

/** A day of the shop's calendar, and a time of its clock when it is not whole. */
export type Moment = { day: string; time: string }

const two = (value: number) => String(value).padStart(2, "0")

function momentOf(
  instant: string | null,
  whole: string | null,
  zone: string
): Moment {
  if (!instant) {
    return { day: "", time: "" }
  }
  const at = new Date(instant)
  const { hour, minute, second } = clockIn(at, zone)
  return hour === 0 && minute === 0 && second === 0
    ? { day: whole ?? "", time: "" }
    : { day: isoDay(at, zone), time: `${two(hour)}:${two(minute)}` }
}

type Dates = Pick<
  Coupon,
  "starts_at" | "ends_at" | "starts_on" | "ends_on" | "time_zone"
>

/** Its first day; or a time, where it begins in the middle of a day. */
export const startOf = ({ starts_at, starts_on, time_zone }: Dates) =>
  momentOf(starts_at, starts_on, time_zone)

/** Its last day; or the time at which it is over. */
export const endOf = ({ ends_at, ends_on, time_zone }: Dates) =>
  momentOf(ends_at, ends_on, time_zone)

/** As the API takes it: a day, or a clock time of the shop. */
export const textOf = ({ day, time }: Moment) =>
  [day, time].filter(Boolean).join("T") || null
