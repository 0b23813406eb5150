import type { AccessRow } from "../../access"

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

export const adminReviewAccessRows: readonly AccessRow[] = [
  staff("GET", "/admin/reviews", "read"),
  staff("POST", "/admin/reviews/bulk", "update"),
  staff("GET", "/admin/reviews/:id", "read"),
  staff("DELETE", "/admin/reviews/:id", "delete"),
  staff("POST", "/admin/reviews/:id/approve", "update"),
  staff("POST", "/admin/reviews/:id/reject", "update"),
  staff("POST", "/admin/reviews/:id/reply", "update"),
  staff("DELETE", "/admin/reviews/:id/reply", "update"),
]
