import type { Operation } from "../../openapi/operations"
import {
  StoreAddWishlistItem,
  StoreCreateWishlist,
  StoreGetMoveToCartParams,
  StoreGetWishlistItemParams,
  StoreGetWishlistParams,
  StoreGetWishlistsParams,
  StoreMoveToCart,
  StoreUpdateWishlist,
  StoreUpdateWishlistItem,
} from "./validators"
import {
  createdWishlistSchema,
  deletedSchema,
  movedItemSchema,
  sharedWishlistSchema,
  wishlistItemResponseSchema,
  wishlistPageSchema,
  wishlistResponseSchema,
  wishlistsResponseSchema,
} from "./view"

const holder =
  "For the customer who is logged in, or with the guest's token in the header `X-Wishlist-Token`."

const gone = { 404: { about: "There is none, or it is somebody else's." } }

const list = {
  200: { about: "The list.", schema: wishlistResponseSchema },
  ...gone,
}

const item = { about: "The entry.", schema: wishlistItemResponseSchema }

export const wishlistOperations: Readonly<Record<string, Operation>> = {
  "GET /store/wishlists": {
    summary: "One's wishlists, newest first",
    description: holder,
    query: StoreGetWishlistsParams,
    answers: { 200: { about: "A page.", schema: wishlistsResponseSchema } },
  },
  "POST /store/wishlists": {
    summary: "A new wishlist",
    description:
      "The first list of a customer is the default one. A guest is given a token, once.",
    body: StoreCreateWishlist,
    answers: {
      201: { about: "It is there.", schema: createdWishlistSchema },
      400: { about: "`too_many_wishlists`." },
    },
  },
  "POST /store/wishlists/merge": {
    summary: "A guest's list becomes the customer's",
    description:
      "With the guest's token in the header `X-Wishlist-Token`, after logging in. Entries go to the default list; what is there already stays once. May be repeated.",
    answers: {
      200: { about: "Where they are now.", schema: wishlistResponseSchema },
      400: { about: "`wishlist_token_required`, `wishlist_full`." },
      404: { about: "`wishlist_token_unknown`." },
    },
  },
  "GET /store/wishlists/shared/:token": {
    summary: "A list somebody shared",
    query: StoreGetWishlistParams,
    answers: {
      200: { about: "A page of it.", schema: sharedWishlistSchema },
      404: { about: "The link does not hold, or not any more." },
    },
  },
  "GET /store/wishlists/:id": {
    summary: "A wishlist with its entries, newest first",
    description: `Prices and stock are read now. ${holder}`,
    query: StoreGetWishlistParams,
    answers: {
      200: { about: "A page of it.", schema: wishlistPageSchema },
      ...gone,
    },
  },
  "POST /store/wishlists/:id": {
    summary: "Rename it, or make it the default one",
    description: holder,
    body: StoreUpdateWishlist,
    answers: list,
  },
  "DELETE /store/wishlists/:id": {
    summary: "Delete it with its entries",
    description: holder,
    answers: {
      200: { about: "It is gone.", schema: deletedSchema("wishlist") },
      ...gone,
    },
  },
  "POST /store/wishlists/:id/share": {
    summary: "A link to pass on",
    description: `The one there is, or a new one after it was revoked. ${holder}`,
    answers: list,
  },
  "DELETE /store/wishlists/:id/share": {
    summary: "The link shows nothing any more",
    description: holder,
    answers: list,
  },
  "POST /store/wishlists/:id/items": {
    summary: "Add a product, or one of its variants",
    description: `\`region_id\` says whose price is watched. ${holder}`,
    body: StoreAddWishlistItem,
    answers: {
      200: { ...item, about: "It was there already, and is as it was." },
      201: item,
      400: {
        about: "`variant_not_found`, `region_not_found`, `wishlist_full`.",
      },
      404: { about: "`wishlist_not_found`, `product_not_found`." },
    },
  },
  "POST /store/wishlists/:id/items/:item_id": {
    summary: "What to be told about it",
    description: holder,
    query: StoreGetWishlistItemParams,
    body: StoreUpdateWishlistItem,
    answers: { 200: item, ...gone },
  },
  "DELETE /store/wishlists/:id/items/:item_id": {
    summary: "Take it off the list",
    description: holder,
    answers: {
      200: { about: "It is gone.", schema: deletedSchema("wishlist_item") },
      ...gone,
    },
  },
  "POST /store/wishlists/:id/items/:item_id/move-to-cart": {
    summary: "Put it into a cart, and take it off the list",
    description: `It leaves the list only if the cart took it. ${holder}`,
    query: StoreGetMoveToCartParams,
    body: StoreMoveToCart,
    answers: {
      200: { about: "The cart has it.", schema: movedItemSchema },
      400: { about: "The cart refused; the entry is where it was." },
      ...gone,
      422: { about: "`variant_required`: choose one and send `variant_id`." },
    },
  },
}
