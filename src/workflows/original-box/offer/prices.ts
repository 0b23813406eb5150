import type { MedusaContainer, PriceDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { decimalsOf, isCurrency, toMinor } from "../../../lib/money"
import { Refusal, type RefusalDetail } from "../../refusal"
import type { BoxAmount } from "./types"

/** What staff have entered; price lists stand beside it. */
export async function basePrices(
  container: MedusaContainer,
  price_set_id: string
): Promise<PriceDTO[]> {
  const prices = await container
    .resolve(Modules.PRICING)
    .listPrices(
      { price_set_id: [price_set_id] },
      { relations: ["price_list"], take: null }
    )
  return prices.filter(({ price_list }) => !price_list)
}

/** The currencies of the shop's regions, in the order of the alphabet. */
export async function shopCurrencies(
  container: MedusaContainer
): Promise<string[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "region", fields: ["currency_code"] })
  return [...new Set(data.map(({ currency_code }) => currency_code))].sort()
}

const isExact = ({ amount, currency_code }: BoxAmount) => {
  try {
    toMinor(amount, currency_code)
    return true
  } catch {
    return false
  }
}

function problemOf(price: BoxAmount, before: readonly BoxAmount[]) {
  const { currency_code } = price
  if (!isCurrency(currency_code)) {
    return { at: "currency_code", message: "is not a currency" }
  }
  if (before.some((one) => one.currency_code === currency_code)) {
    return { at: "currency_code", message: "is there twice" }
  }
  return isExact(price)
    ? undefined
    : {
        at: "amount",
        message: `may have ${decimalsOf(currency_code)} decimals`,
      }
}

export function refuseWrongPrices(prices: readonly BoxAmount[]): void {
  const details = prices.flatMap((price, index): RefusalDetail[] => {
    const problem = problemOf(price, prices.slice(0, index))
    return problem
      ? [{ field: `prices.${index}.${problem.at}`, message: problem.message }]
      : []
  })
  if (details.length) {
    throw new Refusal("invalid_data", "A price is not right.", { details })
  }
}

/** Something that is offered has a price somewhere the shop sells. */
export async function refuseNoPrice(
  container: MedusaContainer,
  currencies: readonly string[]
): Promise<void> {
  const sold = await shopCurrencies(container)
  if (!sold.some((code) => currencies.includes(code))) {
    const names = sold.map((code) => code.toUpperCase()).join(", ")
    throw new Refusal(
      "original_box_price_required",
      "A box that is offered needs a price.",
      {
        details: [
          { field: "prices", message: `needs one of the currencies ${names}` },
        ],
      }
    )
  }
}
