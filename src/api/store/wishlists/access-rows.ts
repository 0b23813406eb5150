import type { AccessRow } from "../../access"

const because = "guests have no account; the token was given to them once"

export const wishlistAccessRows: readonly AccessRow[] = [
  {
    method: "GET",
    path: "/store/wishlists",
    access: "holder",
    because,
  },
  {
    method: "POST",
    path: "/store/wishlists",
    access: "public",
    because: "guests collect too, before they have anything to prove",
  },
  { method: "POST", path: "/store/wishlists/merge", access: "customer" },
  {
    method: "GET",
    path: "/store/wishlists/shared/:token",
    access: "public",
    because: "the link was made to be passed on; it shows what is wished for",
  },
  { method: "GET", path: "/store/wishlists/:id", access: "holder", because },
  { method: "POST", path: "/store/wishlists/:id", access: "holder", because },
  {
    method: "DELETE",
    path: "/store/wishlists/:id",
    access: "holder",
    because,
  },
  {
    method: "POST",
    path: "/store/wishlists/:id/share",
    access: "holder",
    because,
  },
  {
    method: "DELETE",
    path: "/store/wishlists/:id/share",
    access: "holder",
    because,
  },
  {
    method: "POST",
    path: "/store/wishlists/:id/items",
    access: "holder",
    because,
  },
  {
    method: "POST",
    path: "/store/wishlists/:id/items/:item_id",
    access: "holder",
    because,
  },
  {
    method: "DELETE",
    path: "/store/wishlists/:id/items/:item_id",
    access: "holder",
    because,
  },
  {
    method: "POST",
    path: "/store/wishlists/:id/items/:item_id/move-to-cart",
    access: "holder",
    because,
  },
]
