import { isoDay } from "../../../lib/time-zone"
import { numberOf } from "../number-of"
import { endOf, type Moment, startOf, textOf } from "./moments"
import type { Coupon } from "./types"

/** The form: what a person types, before it means anything. */
export type Draft = {
  code: string
  type: Coupon["type"]
  /** Empty: every currency. */
  currency: string
  value: string
  minimum: string
  maximum: string
  start: Moment
  end: Moment
  limit: string
  per_customer: string
  active: boolean
}

/** A coupon that is not there yet begins today. */
export const newDraft = (zone: string, now = new Date()): Draft => ({
  code: "",
  type: "percentage",
  currency: "",
  value: "",
  minimum: "",
  maximum: "",
  start: { day: isoDay(now, zone), time: "" },
  end: { day: "", time: "" },
  limit: "",
  per_customer: "",
  active: true,
})

const text = (amount: number | null) => String(amount ?? "")

export const draftOf = (coupon: Coupon): Draft => ({
  code: coupon.code,
  type: coupon.type,
  currency: coupon.currency_code ?? "",
  value: text(coupon.value),
  minimum: text(coupon.minimum_amount),
  maximum: text(coupon.maximum_discount),
  start: startOf(coupon),
  end: endOf(coupon),
  limit: text(coupon.usage_limit),
  per_customer: text(coupon.usage_limit_per_customer),
  active: coupon.active,
})

/** Null takes a limit away. */
const figure = (typed: string) => (typed.trim() ? numberOf(typed) : null)

const termsOf = (draft: Draft) => ({
  value: figure(draft.value),
  minimum_amount: figure(draft.minimum),
  maximum_discount: draft.type === "fixed" ? null : figure(draft.maximum),
  starts_at: textOf(draft.start),
  ends_at: textOf(draft.end),
  usage_limit: figure(draft.limit),
  usage_limit_per_customer: figure(draft.per_customer),
  active: draft.active,
})

/** What the server is sent for a new one; it judges what makes no sense. */
export const bodyOf = (draft: Draft) => ({
  code: draft.code,
  type: draft.type,
  currency_code: draft.currency || null,
  ...termsOf(draft),
})

/**
 * Only what is different: a colleague's change of something else stays, and so
 * does a second that the form has no place for.
 */
export function changesOf(coupon: Coupon, draft: Draft) {
  const before: Record<string, unknown> = termsOf(draftOf(coupon))
  return Object.fromEntries(
    Object.entries(termsOf(draft)).filter(
      ([field, value]) => value !== before[field]
    )
  )
}
