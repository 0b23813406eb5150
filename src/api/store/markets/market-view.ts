import { z } from "@medusajs/framework/zod"
import { type MarketCode, markets, paymentMethods } from "../../../markets"

export const storeMarketSchema = z.object({
  code: z.string(),
  name: z.string(),
  country: z.string(),
  currency: z.string(),
  locales: z.array(z.string()),
  time_zone: z.string(),
  tax: z.object({
    name: z.string(),
    rate: z.number(),
    included: z.boolean(),
  }),
  address: z.object({
    required: z.array(z.string()),
    province: z.object({
      label: z.string(),
      names: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
    postal_code: z.object({ pattern: z.string(), example: z.string() }),
  }),
  phone: z.object({
    calling_code: z.string(),
    mobile: z.string(),
    example: z.string(),
  }),
  identifier: z.enum(["phone", "email", "either"]),
  genders: z.array(z.string()),
  payment_methods: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: z.enum(["card", "mobile", "cash"]),
      provider_id: z.string().nullable(),
    })
  ),
})

export const storeMarketsResponseSchema = z.object({
  markets: z.array(storeMarketSchema),
})

export type StoreMarket = z.infer<typeof storeMarketSchema>
export type StoreMarketsResponse = z.infer<typeof storeMarketsResponseSchema>

/** What a storefront needs of a market to draw its forms; nothing internal. */
export function marketView(code: MarketCode): StoreMarket {
  const market = markets[code]
  const { province, postal_code, required } = market.address
  return {
    code: market.code,
    name: market.name,
    country: market.country,
    currency: market.currency,
    locales: [...market.locales],
    time_zone: market.time_zone,
    tax: market.tax,
    address: {
      required: [...required],
      province: {
        label: province.label,
        names: province.names.map(({ code, name }) => ({ code, name })),
      },
      postal_code: {
        pattern: postal_code.pattern.source,
        example: postal_code.example,
      },
    },
    phone: {
      calling_code: market.phone.calling_code,
      mobile: market.phone.mobile.source,
      example: market.phone.example,
    },
    identifier: market.identifier,
    genders: [...market.genders],
    payment_methods: market.payment_methods.map((method) => {
      const known = paymentMethods[method]
      return {
        code: method,
        name: known.name,
        kind: known.kind,
        provider_id: "provider" in known ? known.provider : null,
      }
    }),
  }
}
