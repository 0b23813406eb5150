import type { AccessRow } from "../../access"

export const couponAccessRows: readonly AccessRow[] = [
  {
    method: "POST",
    path: "/store/coupons/validate",
    access: "public",
    because: "guests have codes too; guesses are counted like log-ins",
  },
]
