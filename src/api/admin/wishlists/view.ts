import { z } from "@medusajs/framework/zod"

export const wantedSchema = z.object({
  product_id: z.string(),
  title: z.string().nullable().describe("Null when it was deleted."),
  handle: z.string().nullable(),
  thumbnail: z.string().nullable(),
  status: z.string().nullable(),
  stock: z
    .number()
    .nullable()
    .describe("Left of all variants; null where nobody counts."),
  lists: z.number(),
  people: z.number().describe("A guest's list is a person of its own."),
  added_7d: z.number().describe("Of the lists, added in the last 7 days."),
  previous_7d: z.number().describe("In the 7 days before."),
  added_30d: z.number(),
  previous_30d: z.number(),
  last_added_at: z.iso.datetime(),
})

const page = { count: z.number(), limit: z.number(), offset: z.number() }

export const adminWishlistsSchema = z.object({
  wishlists: z.array(wantedSchema),
  ...page,
})

export const wishlistInsightSchema = z.object({
  wishlists: z.array(
    z.object({
      product_id: z.string(),
      title: z.string().nullable(),
      image: z.string().nullable(),
      count: z.number().describe("How many lists it is on."),
      stock: z.number().nullable(),
    })
  ),
  ...page,
})

export type AdminWanted = z.infer<typeof wantedSchema>
export type AdminWishlistsResponse = z.infer<typeof adminWishlistsSchema>
export type AdminWishlistInsightResponse = z.infer<typeof wishlistInsightSchema>
