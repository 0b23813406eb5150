import { decimalsOf } from "../../../lib/money"
import type { CouponTerms } from "../../../modules/promotion/terms"
import { markets } from "../../../markets"
import { Refusal, type RefusalDetail } from "../../refusal"
import type { Coupon } from "./coupon"

type Terms = CouponTerms & Pick<Coupon, "code" | "type" | "currency_code">

/** Why a coupon cannot say something; stable, for a program to put in words. */
export const couponProblems = [
  "letters",
  "above_hundred",
  "percentages_only",
  "currency_required",
  "currency_unknown",
  "decimals",
  "no_date",
  "before_start",
  "below_used",
] as const

export type CouponProblem = (typeof couponProblems)[number]

type Amount = "value" | "minimum_amount" | "maximum_discount"

const CODE = /^[A-Z0-9][A-Z0-9_-]*$/

/** What an amount of a coupon may be of. */
export const couponCurrencies: readonly string[] = [
  ...new Set(Object.values(markets).map(({ currency }) => currency)),
].sort()

const hasDecimals = (amount: number, decimals: number) =>
  Number(amount.toFixed(decimals)) === amount

const problem = (
  field: string,
  reason: CouponProblem,
  message: string,
  limit?: number
): RefusalDetail => ({
  ...{ field, message, reason },
  ...(limit === undefined ? {} : { limit }),
})

function problemsOf(terms: Terms): RefusalDetail[] {
  const { type, currency_code: currency, starts_at, ends_at } = terms
  const problems: RefusalDetail[] = []
  const wrong = (
    field: string,
    reason: CouponProblem,
    message: string,
    limit?: number
  ) => problems.push(problem(field, reason, message, limit))
  if (!CODE.test(terms.code)) {
    wrong("code", "letters", "must be letters, digits, - and _")
  }
  const amounts: Amount[] =
    type === "fixed"
      ? ["value", "minimum_amount", "maximum_discount"]
      : ["minimum_amount", "maximum_discount"]
  const said = amounts.filter((field) => terms[field] !== null)
  if (type === "percentage" && terms.value > 100) {
    wrong("value", "above_hundred", "must be at most 100")
  }
  if (type === "fixed" && terms.maximum_discount !== null) {
    wrong("maximum_discount", "percentages_only", "is for percentages")
  }
  if (currency === null && said.length) {
    wrong(
      "currency_code",
      "currency_required",
      "is required with an amount of money"
    )
  }
  if (currency !== null && !couponCurrencies.includes(currency)) {
    wrong("currency_code", "currency_unknown", "is not a currency of this shop")
  } else if (currency !== null) {
    const decimals = decimalsOf(currency)
    for (const field of said) {
      if (!hasDecimals(terms[field] ?? 0, decimals)) {
        wrong(
          field,
          "decimals",
          `must have at most ${decimals} decimals`,
          decimals
        )
      }
    }
  }
  for (const [field, instant] of Object.entries({ starts_at, ends_at })) {
    if (instant && Number.isNaN(instant.getTime())) {
      wrong(
        field,
        "no_date",
        "must be a day such as 2026-12-31, a clock time such as 2026-12-31T18:00, or an instant"
      )
    }
  }
  if (starts_at && ends_at && ends_at <= starts_at) {
    wrong("ends_at", "before_start", "must be after the start")
  }
  return problems
}

/** What no coupon may say, whoever writes it. */
export function refuseTerms(
  terms: Terms,
  { used, total }: { used: number; total: number | null } = {
    used: 0,
    total: null,
  }
): void {
  const details = problemsOf(terms)
  if (total !== null && total < used) {
    details.push(
      problem(
        "usage_limit",
        "below_used",
        `must be at least ${used}: so often it was used`,
        used
      )
    )
  }
  if (details.length) {
    throw new Refusal("invalid_coupon", "The coupon cannot be so.", { details })
  }
}
