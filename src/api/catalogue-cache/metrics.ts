import { Counter, Gauge } from "prom-client"
import type { CatalogueCacheService } from "../../modules/catalogue-cache/service"
import { registry } from "../frame/observe/metrics"

/**
 * `hit`: from memory, or shared with another who asked at the same time.
 * `miss`: worked out. `bypass`: personal, or nobody can say what is right.
 */
export const asked = new Counter({
  name: "catalogue_cache_requests_total",
  help: "Reads of the catalogue by what the cache did.",
  labelNames: ["outcome"] as const,
  registers: [registry],
})

let watched: CatalogueCacheService | undefined

/** Whose figures the gauges below show. */
export const watchCache = (cache: CatalogueCacheService): void => {
  watched = cache
}

const gauge = (
  name: string,
  help: string,
  figure: "bytes" | "entries" | "dropped"
) =>
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(watched?.figures[figure] ?? 0)
    },
  })

gauge("catalogue_cache_bytes", "What kept answers take of memory.", "bytes")
gauge("catalogue_cache_entries", "Answers that are kept.", "entries")
gauge(
  "catalogue_cache_dropped",
  "Answers that were dropped to make room, since the start.",
  "dropped"
)
