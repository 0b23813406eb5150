import type { Answer } from "./answers"

/** One that waits for longer than this works it out alone. */
const PATIENCE = 10_000

export type Flight = {
  version: number
  /** Undefined when there is nothing to share. */
  landed: Promise<Answer | undefined>
  land(answer?: Answer): void
}

function take(version: number): Flight {
  let settle: (answer?: Answer) => void = () => undefined
  const answered = new Promise<Answer | undefined>((done) => {
    settle = done
  })
  return { version, landed: answered, land: settle }
}

/** What is being worked out right now, by key. */
export class Flights {
  private readonly flying = new Map<string, Flight>()

  /** That of another, unless it was begun before a change. */
  find(key: string, version: number): Flight | undefined {
    const flight = this.flying.get(key)
    return flight?.version === version ? flight : undefined
  }

  begin(key: string, version: number): Flight {
    const flight = take(version)
    this.flying.set(key, flight)
    const timer = setTimeout(() => flight.land(), PATIENCE)
    timer.unref()
    void flight.landed.then(() => {
      clearTimeout(timer)
      if (this.flying.get(key) === flight) {
        this.flying.delete(key)
      }
    })
    return flight
  }
}
