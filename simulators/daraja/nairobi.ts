/** Kenya is three hours ahead of UTC all year. */
const AHEAD = 3 * 3_600_000

const iso = (at: number) => new Date(at + AHEAD).toISOString()

/** `20260329143000` */
export const compactTime = (at: number) =>
  iso(at).replace(/[-T:]/g, "").slice(0, 14)

/** The instant of a compact time, or of `2026-03-29 14:30:00`. */
export function readTime(text: string): number | undefined {
  const parts = /^(\d{4})-?(\d\d)-?(\d\d) ?(\d\d):?(\d\d):?(\d\d)$/.exec(text)
  if (!parts) {
    return undefined
  }
  const [, year, month, day, hour, minute, second] = parts
  const at = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}+03:00`
  )
  return Number.isNaN(at) ? undefined : at
}

/** `29/3/26 at 2:30 PM`, as M-Pesa's messages write it. */
export function messageTime(at: number) {
  const text = iso(at)
  const [year, month, day] = text.slice(0, 10).split("-").map(Number)
  const hour = Number(text.slice(11, 13))
  const clock = `${hour % 12 || 12}:${text.slice(14, 16)} ${hour < 12 ? "AM" : "PM"}`
  return `${day}/${month}/${year % 100} at ${clock}`
}
