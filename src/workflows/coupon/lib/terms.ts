import { decimalsOf } from "../../../lib/money"
import type { CouponTerms } from "../../../modules/promotion/terms"
import { markets } from "../../../markets"
import { Refusal, type RefusalDetail } from "../../refusal"
import type { Coupon } from "./coupon"

type Terms = CouponTerms & Pick<Coupon, "code" | "type" | "currency_code">

type Amount = "value" | "minimum_amount" | "maximum_discount"

const CODE = /^[A-Z0-9][A-Z0-9_-]*$/

const isSoldIn = (currency: string) =>
  Object.values(markets).some((market) => market.currency === currency)

const hasDecimals = (amount: number, decimals: number) =>
  Number(amount.toFixed(decimals)) === amount

function problemsOf(terms: Terms): RefusalDetail[] {
  const { type, currency_code: currency, starts_at, ends_at } = terms
  const problems: RefusalDetail[] = []
  if (!CODE.test(terms.code)) {
    problems.push({
      field: "code",
      message: "must be letters, digits, - and _",
    })
  }
  const wrong = (field: string, message: string) =>
    problems.push({ field, message })
  const amounts: Amount[] =
    type === "fixed"
      ? ["value", "minimum_amount", "maximum_discount"]
      : ["minimum_amount", "maximum_discount"]
  const said = amounts.filter((field) => terms[field] !== null)
  if (type === "percentage" && terms.value > 100) {
    wrong("value", "must be at most 100")
  }
  if (type === "fixed" && terms.maximum_discount !== null) {
    wrong("maximum_discount", "is for percentages")
  }
  if (currency === null && said.length) {
    wrong("currency_code", "is required with an amount of money")
  }
  if (currency !== null && !isSoldIn(currency)) {
    wrong("currency_code", "is not a currency of this shop")
  } else if (currency !== null) {
    const decimals = decimalsOf(currency)
    for (const field of said) {
      if (!hasDecimals(terms[field] ?? 0, decimals)) {
        wrong(field, `must have at most ${decimals} decimals`)
      }
    }
  }
  for (const [field, instant] of Object.entries({ starts_at, ends_at })) {
    if (instant && Number.isNaN(instant.getTime())) {
      wrong(field, "must be a day such as 2026-12-31, or an instant")
    }
  }
  if (starts_at && ends_at && ends_at <= starts_at) {
    wrong("ends_at", "must be after the start")
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
    details.push({
      field: "usage_limit",
      message: `must be at least ${used}: so often it was used`,
    })
  }
  if (details.length) {
    throw new Refusal("invalid_coupon", "The coupon cannot be so.", { details })
  }
}
