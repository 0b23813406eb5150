import type { AccessRow } from "../access"

const staff = (
  method: AccessRow["method"],
  path: string,
  operation: "read" | "update" | "delete"
): AccessRow => ({
  method,
  path,
  access: "staff",
  policy: { resource: "review", operation },
})

export const reviewAccess: readonly AccessRow[] = [
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
  staff("GET", "/admin/reviews", "read"),
  staff("POST", "/admin/reviews/bulk", "update"),
  staff("GET", "/admin/reviews/:id", "read"),
  staff("DELETE", "/admin/reviews/:id", "delete"),
  staff("POST", "/admin/reviews/:id/approve", "update"),
  staff("POST", "/admin/reviews/:id/reject", "update"),
  staff("POST", "/admin/reviews/:id/reply", "update"),
  staff("DELETE", "/admin/reviews/:id/reply", "update"),
]
