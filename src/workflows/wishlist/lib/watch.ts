import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Look, NewsRow, WatchedRow } from "../../../modules/wishlist/types"
import { killPoint } from "../../../lib/kill-point"
import { WishlistEvents } from "../events"
import { readOffers, sightingOf } from "./offers"
import { wishlists } from "./resolve"

/** How many entries are looked at, and told of, at once. */
const BATCH = 500

/** Entries of the same shop window, which one question answers. */
const windowOf = ({ region_id, sales_channel_id }: WatchedRow) =>
  `${region_id ?? ""}|${sales_channel_id ?? ""}`

async function look(
  container: MedusaContainer,
  rows: readonly WatchedRow[]
): Promise<Look[]> {
  const [{ region_id, sales_channel_id }] = rows
  const read = await readOffers(container, rows, {
    region_id,
    sales_channel_ids: sales_channel_id ? [sales_channel_id] : [],
  })
  return rows.map((row) => ({
    id: row.id,
    seen_no: row.seen_no,
    ...sightingOf(read(row)),
  }))
}

export type LookAround = { product_ids?: string[] }

/** Compares what watchers were shown last with what is now. */
export async function lookAround(
  container: MedusaContainer,
  { product_ids }: LookAround
) {
  const service = wishlists(container)
  let found = 0
  let after: WatchedRow | undefined
  for (;;) {
    const rows = await service.listWatched({ limit: BATCH, product_ids, after })
    const windows = new Map<string, WatchedRow[]>()
    for (const row of rows) {
      windows.set(windowOf(row), [...(windows.get(windowOf(row)) ?? []), row])
    }
    for (const some of windows.values()) {
      found += await service.noteLooks(await look(container, some))
    }
    if (rows.length < BATCH) {
      return found
    }
    after = rows.at(-1)
  }
}

const message = ({ id, kind, item_id, ...news }: NewsRow) => {
  const data = {
    id: item_id,
    news_id: id,
    wishlist_id: news.wishlist_id,
    customer_id: news.customer_id,
    product_id: news.product_id,
    variant_id: news.variant_id,
  }
  return kind === "back_in_stock"
    ? { name: WishlistEvents.BACK_IN_STOCK, data }
    : {
        name: WishlistEvents.PRICE_DROPPED,
        data: {
          ...data,
          price: Number(news.price),
          previous_price: Number(news.previous_price),
          currency_code: news.currency_code,
        },
      }
}

/**
 * Tells what was found. News are forgotten after they were told, so a process
 * that dies before leaves them to the next; at least once, seldom twice.
 */
export async function tellNews(container: MedusaContainer) {
  const service = wishlists(container)
  let told = 0
  for (;;) {
    const news = await service.claimNews(BATCH)
    if (!news.length) {
      return told
    }
    killPoint("wishlist-news-claimed")
    await container.resolve(Modules.EVENT_BUS).emit(news.map(message))
    await service.forgetNews(news.map(({ id }) => id))
    told += news.length
  }
}
