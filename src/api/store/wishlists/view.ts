import { z } from "@medusajs/framework/zod"
import { type Offer, stockStates } from "../../../workflows/wishlist"

const instant = z.iso.datetime()

export const wishlistSchema = z.object({
  id: z.string(),
  name: z.string(),
  is_default: z.boolean(),
  item_count: z.number(),
  share_token: z
    .string()
    .nullable()
    .describe("Shows the list to whoever has it; null when it is not shared."),
  created_at: instant,
  updated_at: instant,
})

const offer = {
  unavailable: z
    .boolean()
    .describe("The product or its variant is not sold here at the moment."),
  product: z
    .object({
      id: z.string(),
      title: z.string(),
      handle: z.string(),
      thumbnail: z.string().nullable(),
    })
    .nullable()
    .describe("Null when it is not sold here at the moment."),
  variant: z
    .object({
      id: z.string(),
      title: z.string().nullable(),
      sku: z.string().nullable(),
      thumbnail: z.string().nullable(),
    })
    .nullable()
    .describe("Null when none was chosen, or it is no more."),
  price: z
    .object({
      amount: z.number(),
      original_amount: z.number(),
      currency_code: z.string(),
      includes_tax: z.boolean(),
    })
    .nullable()
    .describe(
      "Now, in the region of the query; of the variant, else the lowest of the product. Null without `region_id`."
    ),
  stock: z.enum(stockStates).nullable().describe("Null when unavailable."),
}

export const wishlistItemSchema = z.object({
  id: z.string(),
  product_id: z.string(),
  variant_id: z.string().nullable(),
  notify: z.object({ back_in_stock: z.boolean(), price_drop: z.boolean() }),
  created_at: instant,
  ...offer,
})

export const sharedItemSchema = z.object({
  product_id: z.string(),
  variant_id: z.string().nullable(),
  ...offer,
})

const page = { count: z.number(), limit: z.number(), offset: z.number() }

export const wishlistsResponseSchema = z.object({
  wishlists: z.array(wishlistSchema),
  ...page,
})
export const wishlistResponseSchema = z.object({ wishlist: wishlistSchema })
export const createdWishlistSchema = wishlistResponseSchema.extend({
  token: z
    .string()
    .nullable()
    .describe(
      "For a guest, and only in this answer: send it as `X-Wishlist-Token`."
    ),
})
export const wishlistPageSchema = z.object({
  wishlist: wishlistSchema,
  items: z.array(wishlistItemSchema),
  ...page,
})
export const sharedWishlistSchema = z.object({
  wishlist: z.object({ name: z.string() }),
  items: z.array(sharedItemSchema),
  ...page,
})
export const wishlistItemResponseSchema = z.object({ item: wishlistItemSchema })
export const sharedTokenSchema = z.object({ share_token: z.string() })
export const movedItemSchema = z.object({
  item: z.object({
    id: z.string(),
    object: z.literal("wishlist_item"),
    deleted: z.literal(true),
  }),
  cart: z
    .looseObject({ id: z.string() })
    .describe("As `GET /store/carts/:id` gives it; `fields` works as there."),
})
export const deletedSchema = (object: string) =>
  z.object({
    id: z.string(),
    object: z.literal(object),
    deleted: z.literal(true),
  })

type Entry = {
  id: string
  product_id: string
  variant_id: string | null
  notify_back_in_stock: boolean
  notify_price_drop: boolean
  created_at: Date
}

const offerView = (
  { variant_id }: Pick<Entry, "variant_id">,
  { product, variant, price, stock }: Offer
) => ({
  unavailable: !product || stock === null || (variant_id !== null && !variant),
  product,
  variant,
  price,
  stock,
})

export const itemView = (entry: Entry, offer: Offer) =>
  wishlistItemSchema.parse({
    id: entry.id,
    product_id: entry.product_id,
    variant_id: entry.variant_id,
    notify: {
      back_in_stock: entry.notify_back_in_stock,
      price_drop: entry.notify_price_drop,
    },
    created_at: entry.created_at.toISOString(),
    ...offerView(entry, offer),
  })

/** What a stranger with the link sees: nothing about whose it is. */
export const sharedItemView = (entry: Entry, offer: Offer) =>
  sharedItemSchema.parse({
    product_id: entry.product_id,
    variant_id: entry.variant_id,
    ...offerView(entry, offer),
  })

type List = {
  id: string
  name: string
  is_default: boolean
  share_token: string | null
  created_at: Date
  updated_at: Date
}

export const listView = (list: List, item_count: number) =>
  wishlistSchema.parse({
    id: list.id,
    name: list.name,
    is_default: list.is_default,
    item_count,
    share_token: list.share_token,
    created_at: list.created_at.toISOString(),
    updated_at: list.updated_at.toISOString(),
  })
