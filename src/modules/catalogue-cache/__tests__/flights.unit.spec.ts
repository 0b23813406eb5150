import type { Answer } from "../answers"
import { Flights } from "../flights"

const answer = { etag: "one" } as Answer

it("is shared by all who ask before it lands, and by nobody after", async () => {
  const flights = new Flights()
  const flight = flights.begin("key", 1)
  const shared = flights.find("key", 1)?.landed
  flight.land(answer)

  expect(await shared).toBe(answer)
  expect(flights.find("key", 1)).toBeUndefined()
})

it("is not shared with one who came after a change", () => {
  const flights = new Flights()
  const old = flights.begin("key", 1)
  expect(flights.find("key", 2)).toBeUndefined()

  const anew = flights.begin("key", 2)
  old.land(answer)
  expect(flights.find("key", 2)).toBe(anew)
  anew.land()
})

it("lets those who wait go when there is nothing to share", async () => {
  const flights = new Flights()
  const shared = flights.begin("key", 1)
  shared.land()

  expect(await shared.landed).toBeUndefined()
})

it("lets them go after ten seconds as well", async () => {
  jest.useFakeTimers()
  try {
    const { landed } = new Flights().begin("key", 1)
    jest.advanceTimersByTime(10_000)
    expect(await landed).toBeUndefined()
  } finally {
    jest.useRealTimers()
  }
})
