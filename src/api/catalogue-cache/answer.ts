import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Answer } from "../../modules/catalogue-cache/answers"
import type {
  CatalogueCacheService,
  Making,
} from "../../modules/catalogue-cache/service"
import { shareAnswer } from "../frame/errors/cors"
import type { RequestState } from "../frame/request-state"
import { cacheOf } from "./cache"
import { describe, isFresh, keepOut } from "./headers"
import { askedOf } from "./key"
import { asked, watchCache } from "./metrics"
import { cachedRoute, tagsOf } from "./routes"

const READS = new Set(["GET", "HEAD", "OPTIONS"])

/** Said before the answer goes out, so that its reader finds the change. */
function noteWriteBefore(res: MedusaResponse, cache: CatalogueCacheService) {
  const end = res.end
  res.end = function (this: MedusaResponse, ...args: unknown[]) {
    cache.noteWrite()
    return Reflect.apply(end, this, args)
  } as MedusaResponse["end"]
}

function send(
  req: MedusaRequest,
  res: MedusaResponse,
  answer: Answer,
  outcome: "hit" | "miss"
): void {
  describe(res, answer, outcome)
  if (isFresh(req, answer)) {
    res.statusCode = 304
    res.end()
    return
  }
  res.setHeader("Content-Type", "application/json; charset=utf-8")
  res.setHeader("Content-Length", answer.body.length)
  res.end(answer.body)
}

/** What the route answers is kept, and sent as it is kept. */
function keepAnswer(
  req: MedusaRequest,
  res: MedusaResponse,
  { flight, made }: Making
): void {
  const json = res.json
  res.json = function (this: MedusaResponse, body: unknown) {
    res.json = json
    if (res.statusCode === 200) {
      send(req, res, made(Buffer.from(JSON.stringify(body))), "miss")
      return res
    }
    flight.land()
    keepOut(res)
    return json.call(this, body)
  } as MedusaResponse["json"]
  // Answered in another way: there is nothing to share.
  res.once("finish", () => flight.land())
}

/**
 * Answers what is kept. Otherwise the request goes on to Medusa: its answer
 * will be kept, or, when it may be one person's own, by nobody.
 */
export async function answerFromCache(
  req: MedusaRequest,
  res: MedusaResponse,
  state: RequestState
): Promise<boolean> {
  const cache = cacheOf(req)
  if (cache && !READS.has(req.method)) {
    noteWriteBefore(res, cache)
  }
  const route = req.method === "GET" ? cachedRoute(state.path) : undefined
  if (!cache || !route) {
    return false
  }
  watchCache(cache)
  const wanted = askedOf(req, state.url)
  if (!wanted || !(await cache.isCurrent())) {
    asked.inc({ outcome: "bypass" })
    keepOut(res)
    return false
  }
  const { key, query } = wanted
  const tags = tagsOf(route, query)
  const found = cache.find(key) ?? (await cache.share(key, tags)?.landed)
  if (found) {
    asked.inc({ outcome: "hit" })
    state.route = route.path
    shareAnswer(req, res)
    send(req, res, found, "hit")
    return true
  }
  asked.inc({ outcome: "miss" })
  keepAnswer(req, res, await cache.begin(key, tags))
  return false
}
