import type { AccessRow } from "../../access"

/** A coupon is a promotion of core, and so are its permissions. */
const staff = (
  method: AccessRow["method"],
  path: string,
  operation: "read" | "create" | "update" | "delete"
): AccessRow => ({
  method,
  path,
  access: "staff",
  policy: { resource: "promotion", operation },
})

export const adminCouponAccessRows: readonly AccessRow[] = [
  staff("GET", "/admin/coupons", "read"),
  staff("POST", "/admin/coupons", "create"),
  staff("GET", "/admin/coupons/:id", "read"),
  staff("POST", "/admin/coupons/:id", "update"),
  staff("DELETE", "/admin/coupons/:id", "delete"),
]
