import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MedusaStoreRequest,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { PUBLISHABLE_KEY_HEADER } from "@medusajs/framework/utils"
import { cacheOf } from "./cache"

type Context = MedusaStoreRequest["publishable_key_context"]

type Keyed = MedusaRequest & { publishable_key_context?: Context }

/** What core's own check finds out; it throws what core refuses with. */
const checked = (check: MiddlewareFunction, req: Keyed, res: MedusaResponse) =>
  new Promise<Context | undefined>((done, fail) => {
    const next: MedusaNextFunction = (error?: unknown) =>
      error ? fail(error) : done(req.publishable_key_context)
    Promise.resolve(check(req, res, next)).catch(fail)
  })

/** Core's name of the middleware that asks for the key. */
export const KEY_CHECK = "ensurePublishableApiKeyMiddleware"

/**
 * Core asks for the publishable key and its channels with each request of the
 * shop, in two statements. What it found is known until keys or channels
 * change, or the key ends; a key it refuses is asked for each time.
 */
export const keyKnown = (check: MiddlewareFunction): MiddlewareFunction =>
  async function knownKey(
    req: Keyed,
    res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    const key = req.get(PUBLISHABLE_KEY_HEADER)
    const cache = key ? cacheOf(req) : undefined
    if (!cache) {
      return check(req, res, next)
    }
    try {
      const context = await cache.know(`key ${key}`, ["shop"], () =>
        checked(check, req, res)
      )
      req.publishable_key_context = context && {
        key: context.key,
        sales_channel_ids: [...context.sales_channel_ids],
      }
    } catch (error) {
      next(error)
      return
    }
    next()
  } as MiddlewareFunction
