import type { MedusaRequest } from "@medusajs/framework/http"
import {
  itemNotFound,
  listNotFound,
  priceContext,
  readOffers,
  regionNotFound,
  wishlists,
} from "../../../workflows/wishlist"
import { customerOf, type Holder } from "./holder"
import type {
  StoreGetWishlistParams,
  StoreGetWishlistsParams,
} from "./validators"
import { itemView, listView } from "./view"

/** `publishable_key_context` is there on every route of the shop. */
type StoreRequest = MedusaRequest & {
  publishable_key_context?: { sales_channel_ids: string[] }
}

export const channelsOf = (req: MedusaRequest): string[] =>
  (req as StoreRequest).publishable_key_context?.sales_channel_ids ?? []

type Wished = { product_id: string; variant_id: string | null }

/** The offers of these entries to whoever asks. */
async function offersFor(
  req: MedusaRequest,
  entries: readonly Wished[],
  region_id: string | undefined
) {
  if (region_id && !(await priceContext(req.scope, { region_id }))) {
    throw regionNotFound()
  }
  return readOffers(req.scope, entries, {
    region_id: region_id ?? null,
    sales_channel_ids: channelsOf(req),
    customer_id: customerOf(req),
    locale: req.locale,
  })
}

export async function readLists(
  req: MedusaRequest,
  holder: Holder,
  { limit, offset }: StoreGetWishlistsParams
) {
  const service = wishlists(req.scope)
  const [rows, count] = await service.listAndCountWishlists(holder, {
    order: { created_at: "DESC", id: "DESC" },
    take: limit,
    skip: offset,
  })
  const counts = await service.countItems(rows.map(({ id }) => id))
  return {
    wishlists: rows.map((row) => listView(row, counts.get(row.id) ?? 0)),
    count,
    limit,
    offset,
  }
}

export async function readList(req: MedusaRequest, id: string) {
  const service = wishlists(req.scope)
  const [row] = await service.listWishlists({ id })
  if (!row) {
    throw listNotFound()
  }
  const counts = await service.countItems([id])
  return listView(row, counts.get(id) ?? 0)
}

/** A page of what is on a list, each entry as `view` shows it. */
export async function readItems<View>(
  req: MedusaRequest,
  wishlist_id: string,
  { limit, offset, order, region_id }: StoreGetWishlistParams,
  view: (...entry: Parameters<typeof itemView>) => View
) {
  const direction = order.startsWith("-") ? "DESC" : "ASC"
  const [rows, count] = await wishlists(req.scope).listAndCountWishlistItems(
    { wishlist_id },
    {
      order: { created_at: direction, id: direction },
      take: limit,
      skip: offset,
    }
  )
  const offerOf = await offersFor(req, rows, region_id)
  const items = rows.map((row) => view(row, offerOf(row)))
  return { items, count, limit, offset }
}

export async function readItem(
  req: MedusaRequest,
  id: string,
  region_id: string | undefined
) {
  const [row] = await wishlists(req.scope).listWishlistItems({ id })
  if (!row) {
    throw itemNotFound()
  }
  const offerOf = await offersFor(req, [row], region_id)
  return itemView(row, offerOf(row))
}
