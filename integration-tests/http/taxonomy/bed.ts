import type { HttpTypes } from "@medusajs/framework/types"
import type { ErrorBody } from "../../../src/api/frame/errors/body"
import type { Shop } from "../../support"
import { unique } from "../../support"

export type Tag = HttpTypes.AdminProductTag & {
  product_count: number
  tag_profile: {
    slug: string
    description: string | null
    rank: number
    is_visible?: boolean
  }
}

export type Category = Omit<
  HttpTypes.AdminProductCategory,
  "parent_category" | "category_children"
> & {
  path: string
  level: number
  product_count: number
  total_product_count: number
  category_profile?: { image: string | null; image_alt: string | null } | null
  parent_category: Category | null
  category_children: Category[]
}

type Page = { count: number; offset: number; limit: number }

export type TagReply = { product_tag: Tag } & ErrorBody
export type TagsReply = { product_tags: Tag[] } & Page & ErrorBody
export type CategoryReply = { product_category: Category } & ErrorBody
export type CategoriesReply = { product_categories: Category[] } & Page &
  ErrorBody

export const withProfile = (profile: object) => ({
  additional_data: { profile },
})

/** What a test of tags and categories asks for again and again. */
export const taxonomyBed = (shop: Shop) => ({
  tag: async (profile?: object, value = unique("tag")) => {
    const { status, body } = await shop.admin<TagReply>("/product-tags", {
      body: { value, ...(profile ? withProfile(profile) : {}) },
    })
    expect([status, body.message]).toEqual([200, undefined])
    return body.product_tag
  },

  category: async (
    input: { parent?: string; name?: string; [key: string]: unknown } = {}
  ) => {
    const { parent, name = unique("category"), ...more } = input
    const { status, body } = await shop.admin<CategoryReply>(
      "/product-categories",
      {
        body: {
          name,
          is_active: true,
          ...(parent ? { parent_category_id: parent } : {}),
          ...more,
        },
      }
    )
    expect([status, body.message]).toEqual([200, undefined])
    return body.product_category
  },

  /** The rows of categories under a parent, in their order. */
  under: (parent: string) =>
    shop.sql<{ id: string; rank: number; mpath: string }>(
      `select id, rank, mpath from product_category
        where parent_category_id = $1 and deleted_at is null order by rank, id`,
      [parent]
    ),
})
