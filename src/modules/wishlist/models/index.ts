export { Wishlist } from "./wishlist"
export { WishlistItem } from "./wishlist-item"
export { WishlistNews } from "./wishlist-news"
