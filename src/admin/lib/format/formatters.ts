type Instant = string | number | Date

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const

/** How one language writes amounts, dates and how long something takes. */
export function formatters(locale: string) {
  const relativeTime = new Intl.RelativeTimeFormat(locale, { numeric: "auto" })
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
  })
  const count = new Intl.NumberFormat(locale)
  const share = new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 2,
  })

  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: "short",
    }).format(value)

  return {
    number: (value: number) => count.format(value),

    money(amount: number, currency: string) {
      try {
        return new Intl.NumberFormat(locale, {
          style: "currency",
          currency: currency.toUpperCase(),
        }).format(amount)
      } catch {
        // A currency that is no ISO code is still money.
        return `${count.format(amount)} ${currency.toUpperCase()}`
      }
    },

    /** Of a hundred: 12.5 is `12.5%`. */
    percent: (value: number) => share.format(value / 100),

    dateTime: (at: Instant) => moment.format(new Date(at)),

    /** `2026-01-31`, and a time of the same clock, wherever the reader is. */
    calendar: (day: string, time = "") =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: "medium",
        ...(time ? { timeStyle: "short" as const } : {}),
        timeZone: "UTC",
      }).format(new Date(`${day}T${time || "12:00"}:00Z`)),

    /**
     * `5 minutes ago`, in the largest unit that fits. What is past stays past,
     * however the clocks of server and browser differ.
     */
    relative(at: Instant, now: number) {
      const seconds = Math.min(
        0,
        Math.round((new Date(at).getTime() - now) / 1000)
      )
      const [name, size] =
        UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? UNITS[3]
      return relativeTime.format(Math.trunc(seconds / size), name)
    },

    /** `14 min 59 sec`: the two largest units; never less than nothing. */
    duration(milliseconds: number) {
      const total = Math.max(0, Math.floor(milliseconds / 1000))
      const first = UNITS.findIndex(([, size]) => total >= size)
      const from = first === -1 ? UNITS.length - 1 : first
      return UNITS.slice(from, from + 2)
        .map(([name, size], at) => {
          const before = at === 0 ? Infinity : UNITS[from][1]
          return unit(Math.floor((total % before) / size), name)
        })
        .join(" ")
    },
  }
}

export type Formatters = ReturnType<typeof formatters>
