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

export const cacheBed = (shop: Shop) => {
  /** What is answered, and where it came from. */
  const ask = async <Body>(path: string, init?: CallOptions) => {
    const reply = await shop.store<Body>(path, init)
    return { ...reply, from: reply.headers.get("cache-status") }
  }

  /**
   * Asks until it comes from memory: a job may void it in between, and a server
   * that was just started listens first. The run's own limit ends the wait.
   */
  const warm = async <Body>(path: string, init?: CallOptions) => {
    for (;;) {
      const reply = await ask<Body>(path, init)
      if (reply.from === HIT) {
        return reply
      }
      expect([path, reply.status]).toEqual([path, 200])
    }
  }

  /** A category and a tag of a product. */
  const groupsOf = async (id: string) => {
    const { body } = await shop.admin<HttpTypes.AdminProductResponse>(
      `/products/${id}?fields=id,categories.id,tags.id`
    )
    return {
      category: body.product.categories?.[0].id ?? "",
      tag: body.product.tags?.[0].id ?? "",
    }
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

  return { ask, warm, change, count, groupsOf }
}
