export type PaymentKind = "card" | "mobile" | "cash"

export type PaymentMethod = {
  name: string
  kind: PaymentKind
  /** The payment provider of Medusa behind it, while there is one. */
  provider?: string
  /** What a shopper may send along for it; nothing unless it is named. */
  client_data?: readonly string[]
}

/**
 * The methods a market may offer. One without a provider is announced by its
 * market but not offered yet.
 */
export const paymentMethods = {
  stripe: { name: "Card", kind: "card", provider: "pp_stripe_stripe" },
  mpesa: {
    name: "M-Pesa",
    kind: "mobile",
    provider: "pp_mpesa_mpesa",
    client_data: ["phone"],
  },
  cash: { name: "Cash on delivery", kind: "cash", provider: "pp_cash_cash" },
  bkash: { name: "bKash", kind: "mobile" },
  nagad: { name: "Nagad", kind: "mobile" },
  rocket: { name: "Rocket", kind: "mobile" },
  card: { name: "Card", kind: "card" },
} as const satisfies Record<string, PaymentMethod>

export type PaymentMethodName = keyof typeof paymentMethods

export const isPaymentMethod = (name: string): name is PaymentMethodName =>
  Object.hasOwn(paymentMethods, name)

const known: Readonly<Record<string, PaymentMethod>> = paymentMethods

/** The method a provider of Medusa stands behind. */
export const methodOfProvider = (
  provider: string
): PaymentMethodName | undefined =>
  Object.keys(paymentMethods)
    .filter(isPaymentMethod)
    .find((name) => known[name].provider === provider)

/** What a method is, also where a caller has only its name. */
export const paymentMethod = (name: PaymentMethodName): PaymentMethod =>
  known[name]
