/** What global setup leaves for global teardown: same process, other module. */
type Stop = () => Promise<unknown>

const KEY = Symbol.for("duka.test-bed.stops")
const shared = globalThis as typeof globalThis & { [KEY]?: Stop[] }

export function onTeardown(stop: Stop) {
  ;(shared[KEY] ??= []).push(stop)
}

export async function tearDown() {
  const stops = shared[KEY] ?? []
  for (let stop = stops.pop(); stop; stop = stops.pop()) {
    await stop()
  }
}
