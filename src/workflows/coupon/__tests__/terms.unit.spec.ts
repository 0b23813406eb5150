import type { Refusal } from "../../refusal"
import { refuseTerms } from "../lib/terms"

const good = {
  code: "TEN",
  type: "percentage" as const,
  value: 10,
  currency_code: "kes",
  minimum_amount: null,
  maximum_discount: null,
  starts_at: new Date("2026-01-01"),
  ends_at: new Date("2026-02-01"),
  usage_limit: null,
  usage_limit_per_customer: null,
  active: true,
}

type Changes = Partial<Omit<typeof good, "type">> & {
  type?: "percentage" | "fixed"
  amounts?: object
}

function problemsOf(
  { amounts, ...changes }: Changes,
  used = 0,
  total?: number
) {
  try {
    refuseTerms(
      { ...good, ...changes, ...amounts },
      { used, total: total ?? null }
    )
  } catch (error) {
    return (error as Refusal).details?.map(
      ({ message: _, ...detail }) => detail
    )
  }
  return []
}

it("has nothing against what can be so", () => {
  expect(problemsOf({})).toEqual([])
})

it.each<[Changes, object[]]>([
  [{ code: "TEN OFF" }, [{ field: "code", reason: "letters" }]],
  [{ value: 101 }, [{ field: "value", reason: "above_hundred" }]],
  [
    { type: "fixed", amounts: { maximum_discount: 5 } },
    [{ field: "maximum_discount", reason: "percentages_only" }],
  ],
  [
    { amounts: { currency_code: null, minimum_amount: 5 } },
    [{ field: "currency_code", reason: "currency_required" }],
  ],
  [
    { currency_code: "eur" },
    [{ field: "currency_code", reason: "currency_unknown" }],
  ],
  [
    { amounts: { minimum_amount: 1.005 } },
    [{ field: "minimum_amount", reason: "decimals", limit: 2 }],
  ],
  [{ starts_at: new Date(NaN) }, [{ field: "starts_at", reason: "no_date" }]],
  [{ ends_at: good.starts_at }, [{ field: "ends_at", reason: "before_start" }]],
])("says of %j what is wrong, in a stable word", (changes, details) => {
  expect(problemsOf(changes)).toEqual(details)
})

it("allows no fewer uses than there were", () => {
  expect(problemsOf({}, 3, 3)).toEqual([])
  expect(problemsOf({}, 3, 2)).toEqual([
    { field: "usage_limit", reason: "below_used", limit: 3 },
  ])
})
