import type { Draft } from "../../../lib/coupons/draft"

/** What each part of the form is given. */
export type CouponForm = {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  /** What is wrong with a field, by the API's name for it. */
  problem: (field: string) => string | undefined
}
