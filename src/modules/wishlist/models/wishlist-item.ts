import { model } from "@medusajs/framework/utils"
import { Wishlist } from "./wishlist"

/** One product, or one variant of it, on a list; once, the database sees to it. */
export const WishlistItem = model
  .define("wishlist_item", {
    id: model.id({ prefix: "witem" }).primaryKey(),
    wishlist: model.belongsTo(() => Wishlist, { mappedBy: "items" }),
    product_id: model.text(),
    variant_id: model.text().nullable(),
    notify_back_in_stock: model.boolean().default(true),
    notify_price_drop: model.boolean().default(true),
    /** Where it was added: whose stock and whose price is watched. */
    sales_channel_id: model.text().nullable(),
    region_id: model.text().nullable(),
    /** As it was when somebody looked last; null until then. */
    seen_in_stock: model.boolean().nullable(),
    seen_price: model.bigNumber().nullable(),
    seen_currency: model.text().nullable(),
    /** Counts the looks that changed something: of two, the second is late. */
    seen_no: model.number().default(0),
  })
  .indexes([
    {
      name: "IDX_wishlist_item_one_variant",
      on: ["wishlist_id", "product_id", "variant_id"],
      unique: true,
      where: "variant_id is not null and deleted_at is null",
    },
    {
      name: "IDX_wishlist_item_one_product",
      on: ["wishlist_id", "product_id"],
      unique: true,
      where: "variant_id is null and deleted_at is null",
    },
    { on: ["product_id", "id"] },
  ])
