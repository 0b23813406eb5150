/**
 * What others may listen to. `customer_id` is null for the list of a guest,
 * whom nothing can be sent to.
 */
export const WishlistEvents = {
  /** `{ id, customer_id }` of the list, as with the next four. */
  CREATED: "wishlist.created",
  UPDATED: "wishlist.updated",
  DELETED: "wishlist.deleted",
  SHARED: "wishlist.shared",
  UNSHARED: "wishlist.unshared",
  /** A guest's list went into `id`: `{ id, customer_id, guest_wishlist_id }`. */
  MERGED: "wishlist.merged",
  /** `{ id, wishlist_id, product_id, variant_id }` of the entry. */
  ITEM_ADDED: "wishlist.item_added",
  ITEM_REMOVED: "wishlist.item_removed",
  /** As above, with `cart_id`. */
  ITEM_MOVED: "wishlist.item_moved_to_cart",
  /**
   * `{ id, news_id, wishlist_id, customer_id, product_id, variant_id }`; `id`
   * is the entry's. At least once for each time, seldom twice: `news_id` tells.
   */
  BACK_IN_STOCK: "wishlist.back_in_stock",
  /** As above, with `price`, `previous_price` and `currency_code`. */
  PRICE_DROPPED: "wishlist.price_dropped",
} as const
