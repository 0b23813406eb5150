export type PaymentKind = "card" | "mobile" | "cash"

export type PaymentMethod = {
  name: string
  kind: PaymentKind
  /** The payment provider of Medusa behind it, while there is one. */
  provider?: string
}

/**
 * The methods a market may offer. One without a provider is announced by its
 * market but not offered yet.
 */
export const paymentMethods = {
  stripe: { name: "Card", kind: "card", provider: "pp_stripe_stripe" },
  mpesa: { name: "M-Pesa", kind: "mobile", provider: "pp_mpesa_mpesa" },
  cash: { name: "Cash on delivery", kind: "cash" },
  bkash: { name: "bKash", kind: "mobile" },
  nagad: { name: "Nagad", kind: "mobile" },
  rocket: { name: "Rocket", kind: "mobile" },
  card: { name: "Card", kind: "card" },
} as const satisfies Record<string, PaymentMethod>

export type PaymentMethodName = keyof typeof paymentMethods

export const isPaymentMethod = (name: string): name is PaymentMethodName =>
  Object.hasOwn(paymentMethods, name)
