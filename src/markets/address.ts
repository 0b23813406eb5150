import type { AddressField, Market } from "./types"

export type AddressInput = Partial<Record<AddressField, string | null>>

export type FieldProblem = { field: AddressField; message: string }

const normal = (text: string) => text.normalize("NFKC").trim().toLowerCase()

/**
 * The province somebody meant: by name, other spelling, or code with or
 * without the country in front.
 */
export function findProvince(
  { country, address }: Pick<Market, "country" | "address">,
  text: string
) {
  const wanted = normal(text)
  return address.province.names.find(({ code, name, aliases = [] }) =>
    [code, `${country}-${code}`, name, ...aliases].some(
      (spelling) => normal(spelling) === wanted
    )
  )
}

/** What is wrong with an address of this market, field by field. */
export function addressProblems(
  market: Pick<Market, "name" | "country" | "address">,
  input: AddressInput
): FieldProblem[] {
  const { required, province, postal_code } = market.address
  const missing = required
    .filter((field) => !input[field]?.trim())
    .map((field) => ({ field, message: "is required" }))
  const problems: FieldProblem[] = [...missing]
  const given = input.province?.trim()
  if (given && !findProvince(market, given)) {
    problems.push({
      field: "province",
      message: `is not a ${province.label.toLowerCase()} of ${market.name}`,
    })
  }
  const code = input.postal_code?.trim()
  if (code && !postal_code.pattern.test(code)) {
    problems.push({
      field: "postal_code",
      message: `must look like ${postal_code.example}`,
    })
  }
  return problems
}
