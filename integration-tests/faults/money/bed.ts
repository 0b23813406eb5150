import {
  cloneDatabase,
  type Shop,
  shopAt,
  type Simulators,
  startServer,
  startSimulators,
  type TestServer,
} from "../../support"
import { onRelease } from "../../support/resources"

/** A killed worker's leases run out; nobody waits a minute for that here. */
export const letTimePass = (shop: Pick<Shop, "sql">) =>
  Promise.all([
    shop.sql("update awaited_payment set busy_until = null"),
    shop.sql("update provider_event set next_try_at = now()"),
    shop.sql(
      "update payment_attempt set next_check_at = now() where next_check_at is not null"
    ),
    shop.sql(
      "update money_return set next_try_at = now() where next_try_at is not null"
    ),
  ])

/** How many start while a test still runs: as many as there are cores. */
const AHEAD = 2

/**
 * For each point a server that will die at it, and one server that outlives
 * them all on the same database. No job runs by itself, so those that wait for
 * their turn touch nothing. What a provider sends to a dead server is lost.
 */
export function useLives(points: readonly string[]) {
  const started = new Map<string, Promise<TestServer>>()
  let simulators: Simulators
  let database: string
  let heir: Shop

  const start = (killAt?: string) =>
    startServer({
      database,
      killAt,
      jobs: false,
      env: { SIMULATORS_URL: simulators.url },
    })
  const shopOf = (server: TestServer) =>
    shopAt({ ...server, simulators: simulators.url })

  const begin = (killAt: string) => {
    const known = started.get(killAt) ?? start(killAt)
    // Whoever awaits it is told; the others must not end the run.
    known.catch(() => undefined)
    started.set(killAt, known)
    return known
  }

  beforeAll(async () => {
    simulators = await startSimulators()
    database = await cloneDatabase()
    onRelease(() => Promise.allSettled(started.values()))
    const healing = start()
    points.slice(0, AHEAD - 1).forEach(begin)
    heir = shopOf(await healing)
  }, 180_000)

  return {
    simulators: () => simulators,
    async lifeUntil(killAt: string) {
      const dying = await begin(killAt)
      const at = points.indexOf(killAt)
      points.slice(at + 1, at + 1 + AHEAD).forEach(begin)
      return {
        shop: shopOf(dying),
        /** The server that lives, once the other one is dead. */
        async heir() {
          expect(await dying.exited).toEqual({ code: null, signal: "SIGKILL" })
          await letTimePass(heir)
          return heir
        },
      }
    },
  }
}
