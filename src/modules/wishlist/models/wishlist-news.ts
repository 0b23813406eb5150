import { model } from "@medusajs/framework/utils"
import { newsKinds } from "../types"

/**
 * What a watcher is to be told. Written with the look that found it, so that a
 * server that dies before telling leaves it to the next; gone once it was told.
 */
export const WishlistNews = model
  .define(
    { name: "wishlist_news", tableName: "wishlist_news" },
    {
      id: model.id({ prefix: "wnews" }).primaryKey(),
      kind: model.enum([...newsKinds]),
      item_id: model.text(),
      wishlist_id: model.text(),
      customer_id: model.text().nullable(),
      product_id: model.text(),
      variant_id: model.text().nullable(),
      price: model.bigNumber().nullable(),
      previous_price: model.bigNumber().nullable(),
      currency_code: model.text().nullable(),
      /** Somebody tells it until then. */
      busy_until: model.dateTime().nullable(),
    }
  )
  .indexes([{ on: ["busy_until"] }])
