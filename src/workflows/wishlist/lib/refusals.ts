import {
  ITEMS_PER_LIST,
  LISTS_PER_CUSTOMER,
} from "../../../modules/wishlist/types"
import { Refusal } from "../../refusal"

export const listNotFound = () =>
  new Refusal("wishlist_not_found", "There is no such wishlist.", {
    kind: "NOT_FOUND",
  })

export const itemNotFound = () =>
  new Refusal("wishlist_item_not_found", "This is not on the wishlist.", {
    kind: "NOT_FOUND",
  })

export const tooManyLists = () =>
  new Refusal(
    "too_many_wishlists",
    `One may have ${LISTS_PER_CUSTOMER} wishlists. Delete one first.`,
    { kind: "NOT_ALLOWED" }
  )

export const listFull = () =>
  new Refusal(
    "wishlist_full",
    `A wishlist holds ${ITEMS_PER_LIST} things. Remove some first.`,
    { kind: "NOT_ALLOWED" }
  )

export const tokenUnknown = () =>
  new Refusal(
    "wishlist_token_unknown",
    "No guest's wishlist has this token any more.",
    { kind: "NOT_FOUND" }
  )

export const productNotFound = () =>
  new Refusal("product_not_found", "There is no such product in this shop.", {
    kind: "NOT_FOUND",
    details: [{ field: "product_id", message: "is not sold here" }],
  })

export const variantNotFound = () =>
  new Refusal("variant_not_found", "The product has no such variant.", {
    details: [{ field: "variant_id", message: "is not of this product" }],
  })

export const variantRequired = () =>
  new Refusal("variant_required", "Choose which variant goes to the cart.", {
    status: 422,
    details: [{ field: "variant_id", message: "is required" }],
  })

export const itemUnavailable = () =>
  new Refusal("item_unavailable", "This cannot be bought at the moment.", {
    kind: "NOT_ALLOWED",
  })

export const regionNotFound = () =>
  new Refusal("region_not_found", "There is no such region.", {
    details: [{ field: "region_id", message: "is not a region of this shop" }],
  })
