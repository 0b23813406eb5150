/** A day of the person who looks, as an instant; empty when it is no day. */
export function midnight(day: string, later = 0) {
  const [year, month, date] = day.split("-").map(Number)
  const at = new Date(year, month - 1, date + later)
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(at.getTime())
    ? at.toISOString()
    : ""
}
