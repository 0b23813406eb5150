import { model } from "@medusajs/framework/utils"
import { WishlistItem } from "./wishlist-item"

/**
 * What somebody would like to have. A list is a customer's, or a guest's who
 * holds its token; of that only a hash is here.
 */
export const Wishlist = model
  .define("wishlist", {
    id: model.id({ prefix: "wish" }).primaryKey(),
    name: model.text(),
    customer_id: model.text().nullable(),
    is_default: model.boolean().default(false),
    token_hash: model.text().nullable(),
    /** Meant to be passed on and shown again, so it is here as it is. */
    share_token: model.text().nullable(),
    /** Where the entries of a guest went, and to whom. */
    merged_into: model.text().nullable(),
    merged_by: model.text().nullable(),
    items: model.hasMany(() => WishlistItem, { mappedBy: "wishlist" }),
  })
  .cascades({ delete: ["items"] })
  .indexes([
    { on: ["customer_id"] },
    {
      name: "IDX_wishlist_one_default",
      on: ["customer_id"],
      unique: true,
      where: "is_default and customer_id is not null and deleted_at is null",
    },
    {
      on: ["token_hash"],
      unique: true,
      where: "token_hash is not null and deleted_at is null",
    },
    {
      on: ["share_token"],
      unique: true,
      where: "share_token is not null and deleted_at is null",
    },
  ])
