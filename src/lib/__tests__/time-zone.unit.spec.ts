import {
  clockIn,
  compactTime,
  dayBounds,
  formatInstant,
  instantOf,
  isoDay,
  isTimeZone,
  isWithin,
  monthBounds,
  offsetAt,
} from "../time-zone"

const at = (text: string) => new Date(text)

const HOUR = 3_600_000

describe("isTimeZone", () => {
  it.each([
    ["Africa/Nairobi", true],
    ["Asia/Kolkata", true],
    ["UTC", true],
    ["Kenya", false],
    ["", false],
  ])("says of %p: %p", (zone, known) => {
    expect(isTimeZone(zone)).toBe(known)
  })
})

describe("clockIn", () => {
  it("shows the clock of the place", () => {
    expect(clockIn(at("2026-12-31T21:30:05Z"), "Africa/Nairobi")).toEqual({
      year: 2027,
      month: 1,
      day: 1,
      hour: 0,
      minute: 30,
      second: 5,
    })
  })
})

describe("offsetAt", () => {
  it.each([
    ["2026-07-01T00:00:00.789Z", "Asia/Kolkata", 5.5],
    ["2026-07-01T00:00:00Z", "Asia/Dhaka", 6],
    ["2026-07-01T00:00:00Z", "America/New_York", -4],
    ["2026-01-01T00:00:00Z", "America/New_York", -5],
    ["2026-01-01T00:00:00Z", "UTC", 0],
  ])("is at %s in %s %d hours", (instant, zone, hours) => {
    expect(offsetAt(at(instant), zone)).toBe(hours * HOUR)
  })
})

describe("dayBounds", () => {
  it.each([
    [
      "a day in Nairobi",
      "2026-03-10T22:00:00Z",
      "Africa/Nairobi",
      "2026-03-10T21:00:00.000Z",
      "2026-03-11T21:00:00.000Z",
    ],
    [
      "a day of 23 hours in New York",
      "2026-03-08T12:00:00Z",
      "America/New_York",
      "2026-03-08T05:00:00.000Z",
      "2026-03-09T04:00:00.000Z",
    ],
    [
      "a day of 25 hours in New York",
      "2026-11-01T12:00:00Z",
      "America/New_York",
      "2026-11-01T04:00:00.000Z",
      "2026-11-02T05:00:00.000Z",
    ],
    [
      "a day without midnight in Cairo",
      "2026-04-24T12:00:00Z",
      "Africa/Cairo",
      "2026-04-23T22:00:00.000Z",
      "2026-04-24T21:00:00.000Z",
    ],
    [
      "the last day of a year in Kolkata",
      "2026-12-31T12:00:00Z",
      "Asia/Kolkata",
      "2026-12-30T18:30:00.000Z",
      "2026-12-31T18:30:00.000Z",
    ],
  ])("finds %s", (_, instant, zone, start, end) => {
    const bounds = dayBounds(at(instant), zone)

    expect(bounds.start.toISOString()).toBe(start)
    expect(bounds.end.toISOString()).toBe(end)
  })

  it("leaves no instant of a year outside or in two days", () => {
    let instant = at("2026-01-01T05:00:00Z")
    let days = 0
    while (instant < at("2027-01-01T05:00:00Z")) {
      const { start, end } = dayBounds(instant, "America/New_York")

      expect(start).toEqual(instant)
      instant = end
      days += 1
    }

    expect(days).toBe(365)
  })
})

describe("monthBounds", () => {
  it("goes over the end of the year", () => {
    const { start, end } = monthBounds(at("2026-12-15T00:00:00Z"), "Asia/Dhaka")

    expect(start.toISOString()).toBe("2026-11-30T18:00:00.000Z")
    expect(end.toISOString()).toBe("2026-12-31T18:00:00.000Z")
  })
})

describe("instantOf", () => {
  const zone = "America/New_York"

  it("takes the first of a time that comes twice", () => {
    const time = { year: 2026, month: 11, day: 1, hour: 1, minute: 30 }

    expect(instantOf(time, zone).toISOString()).toBe("2026-11-01T05:30:00.000Z")
  })

  it("moves a time that is skipped behind the jump", () => {
    const time = { year: 2026, month: 3, day: 8, hour: 2, minute: 30 }

    expect(instantOf(time, zone).toISOString()).toBe("2026-03-08T07:30:00.000Z")
  })
})

describe("writing", () => {
  const instant = at("2026-03-28T21:05:09Z")

  it("writes days and provider times of the place", () => {
    expect(isoDay(instant, "Asia/Dhaka")).toBe("2026-03-29")
    expect(compactTime(instant, "Asia/Dhaka")).toBe("20260329030509")
  })

  it("writes for people in their language", () => {
    expect(formatInstant(instant, "Asia/Dhaka", "en-GB")).toBe(
      "29 Mar 2026, 03:05"
    )
    expect(
      formatInstant(instant, "Asia/Dhaka", "bn", { dateStyle: "long" })
    ).toBe("২৯ মার্চ, ২০২৬")
  })
})

describe("isWithin", () => {
  const zone = "Africa/Nairobi"
  const night = { from: "21:00", to: "08:00" }

  it.each([
    ["2026-01-01T18:00:00Z", true],
    ["2026-01-01T17:59:59Z", false],
    ["2026-01-01T04:59:59Z", true],
    ["2026-01-01T05:00:00Z", false],
  ])("is %s in the night: %p", (instant, inside) => {
    expect(isWithin(at(instant), zone, night)).toBe(inside)
  })

  it("knows spans within one day", () => {
    const noon = { from: "12:00", to: "13:00" }

    expect(isWithin(at("2026-01-01T09:30:00Z"), zone, noon)).toBe(true)
    expect(isWithin(at("2026-01-01T10:00:00Z"), zone, noon)).toBe(false)
  })
})
