import type { HttpTypes } from "@medusajs/framework/types"
import type { CallOptions, Shop } from "../../support"

export type Shown = HttpTypes.StoreProduct & {
  product_profile?: { brand: string | null }
  review_summary?: { rating_average: number; rating_count: number }
  original_box?: {
    calculated_price?: { calculated_amount: number }
  } | null
}

export const HIT = "duka; hit"
export const MISS = "duka; fwd=miss"
export const BYPASS = "duka; fwd=bypass"

/** More than the jobs of a test shop can void one after the other. */
const TRIES = 20

export const cacheBed = (shop: Shop) => {
  /** What is answered, and where it came from. */
  const ask = async <Body>(path: string, init?: CallOptions) => {
    const reply = await shop.store<Body>(path, init)
    return { ...reply, from: reply.headers.get("cache-status") }
  }

  /** Asks until it comes from memory: a job may void it in between. */
  const warm = async <Body>(path: string, init?: CallOptions) => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const reply = await ask<Body>(path, init)
      if (reply.from === HIT) {
        return reply
      }
    }
    throw new Error(`${path} never came from memory.`)
  }

  /** Through the admin API, as who may do all; throws unless it was done. */
  const change = async <Body>(
    path: string,
    body?: object,
    method = "POST"
  ): Promise<Body> => {
    const staff = await shop.asSuperAdmin()
    const reply = await staff.admin<Body>(path, { method, body })
    if (reply.status !== 200) {
      throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
    }
    return reply.body
  }

  const count = async (name: string): Promise<number> => {
    const { body } = await shop.call<string>("/metrics")
    const line = body.split("\n").find((text) => text.startsWith(`${name} `))
    return Number(line?.slice(name.length + 1) ?? 0)
  }

  return { ask, warm, change, count }
}
