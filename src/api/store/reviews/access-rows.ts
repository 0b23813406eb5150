import type { AccessRow } from "../../access"

export const reviewAccessRows: readonly AccessRow[] = [
  {
    method: "GET",
    path: "/store/products/:id/reviews",
    access: "public",
    because: "what buyers say helps whoever has not bought yet",
  },
  {
    method: "POST",
    path: "/store/products/:id/reviews",
    access: "customer",
  },
  {
    method: "GET",
    path: "/store/reviews/:id",
    access: "public",
    because: "an approved review is for everybody; others are their author's",
  },
  { method: "POST", path: "/store/reviews/:id", access: "owner" },
  { method: "DELETE", path: "/store/reviews/:id", access: "owner" },
  { method: "POST", path: "/store/reviews/:id/helpful", access: "customer" },
  { method: "DELETE", path: "/store/reviews/:id/helpful", access: "customer" },
  { method: "GET", path: "/store/customers/me/reviews", access: "customer" },
  {
    method: "GET",
    path: "/store/customers/me/reviews/pending",
    access: "customer",
  },
]
