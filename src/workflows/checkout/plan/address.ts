import type { CreateAddressDTO } from "@medusajs/framework/types"
import {
  type AddressField,
  type Market,
  addressProblems,
  findProvince,
  marketByCountry,
} from "../../../markets"
import { Refusal, type RefusalDetail } from "../../refusal"
import type { CheckoutAddress } from "../types"
import { readPhone } from "./contact"

const FIELDS: readonly AddressField[] = [
  "address_1",
  "city",
  "province",
  "postal_code",
]

const tidy = (text: string | null | undefined) =>
  text?.normalize("NFC").replace(/\s+/g, " ").trim() || undefined

/**
 * One spelling for each province. The ISO code with its country, by which
 * Medusa finds tax rates and zones of provinces, stays a code.
 */
export function normalProvince(
  market: Pick<Market, "country" | "address">,
  text: string | undefined
): string | undefined {
  const province = text ? findProvince(market, text) : undefined
  const iso = province && `${market.country}-${province.code}`.toLowerCase()
  return province && text?.toLowerCase() !== iso ? province.name : iso
}

function refuse(details: RefusalDetail[]): never {
  throw new Refusal("invalid_address", "The address cannot be delivered to.", {
    details,
  })
}

/** The market of an address that lies within the region. */
export function marketOfAddress(
  { country_code }: Pick<CheckoutAddress, "country_code">,
  countries: readonly string[],
  prefix: string
) {
  const country = country_code.toLowerCase()
  const market = marketByCountry(country)
  return market && countries.includes(country)
    ? market
    : refuse([
        {
          field: `${prefix}.country_code`,
          message: "is not a country this region delivers to",
        },
      ])
}

/** A bill may go anywhere; only where we sell are there rules to keep. */
export function normalBilling(address: CheckoutAddress): CreateAddressDTO {
  const market = marketByCountry(address.country_code)
  const prefix = "billing_address"
  if (market) {
    return normalAddress(market, address, prefix)
  }
  const country_code = address.country_code.toLowerCase()
  const { phone, ...fields } = address
  const texts = Object.entries(fields).map(([field, text]) => [
    field,
    tidy(text),
  ])
  return {
    ...(Object.fromEntries(texts) as CreateAddressDTO),
    country_code,
    phone: phone && readPhone(phone, country_code, `${prefix}.phone`),
  }
}

/** An address as it is stored, by the rules of its market. */
export function normalAddress(
  market: Market,
  address: CheckoutAddress,
  prefix: string
): CreateAddressDTO {
  const text = Object.fromEntries(
    FIELDS.map((field) => [field, tidy(address[field])])
  ) as Partial<Record<AddressField, string>>
  const problems = addressProblems(market, text)
  if (problems.length) {
    refuse(
      problems.map(({ field, message }) => ({
        field: `${prefix}.${field}`,
        message,
      }))
    )
  }
  const phone = tidy(address.phone)
  return {
    first_name: tidy(address.first_name),
    last_name: tidy(address.last_name),
    company: tidy(address.company),
    address_1: text.address_1,
    address_2: tidy(address.address_2),
    city: text.city,
    province: normalProvince(market, text.province),
    postal_code: text.postal_code,
    country_code: market.country,
    phone: phone && readPhone(phone, market.country, `${prefix}.phone`),
  }
}
