import { isMobile, parsePhone } from "../../../lib/phone"
import { type Market, isPaymentMethod, paymentMethod } from "../../../markets"
import { Refusal } from "../../refusal"
import type { PlannedPayment } from "../types"
import { readPhone } from "./contact"

/** Where the method and its phone stand in the body. */
export type Fields = { method: string; phone: string }

const IN_CHECKOUT: Fields = { method: "payment.method", phone: "payment.phone" }

const unavailable = (message: string, { method: field }: Fields) =>
  new Refusal("payment_method_unavailable", message, {
    kind: "NOT_ALLOWED",
    details: [{ field, message: "is not available here" }],
  })

/** A prompt reaches only mobile phones of the country the method lives in. */
function promptedPhone(
  market: Market,
  phone: string | null,
  { phone: field }: Fields
): string {
  const parsed = phone ? parsePhone(phone, market.country) : undefined
  if (!parsed?.ok) {
    throw new Refusal("phone_required", "This way of paying needs a phone.", {
      details: [{ field, message: "is required" }],
    })
  }
  if (parsed.country !== market.country || !isMobile(parsed)) {
    throw new Refusal(
      "phone_not_supported",
      `This way of paying needs a mobile number of ${market.name}.`,
      {
        details: [
          {
            field,
            message: `must be a mobile number such as ${market.phone.example}`,
          },
        ],
      }
    )
  }
  return parsed.e164
}

/** How the shopper pays, by market, region and what the method itself needs. */
export function paymentOf(
  market: Market,
  enabled: readonly string[],
  payment: { method: string; phone?: string },
  contactPhone: string | null,
  fields: Fields = IN_CHECKOUT
): PlannedPayment {
  const { method } = payment
  if (!isPaymentMethod(method) || !market.payment_methods.includes(method)) {
    throw unavailable(
      `${market.name} does not offer this way of paying.`,
      fields
    )
  }
  const { kind, provider } = paymentMethod(method)
  const phone = payment.phone
    ? readPhone(payment.phone, market.country, fields.phone)
    : contactPhone
  const prompted =
    kind === "mobile" ? promptedPhone(market, phone, fields) : phone
  if (!provider || !enabled.includes(provider)) {
    throw unavailable(
      "This way of paying is not available at the moment.",
      fields
    )
  }
  if (kind === "cash" && !contactPhone) {
    throw new Refusal(
      "phone_required",
      "Cash on delivery needs a phone number, so that the driver can call.",
      { details: [{ field: "phone", message: "is required" }] }
    )
  }
  return { method, kind, provider_id: provider, phone: prompted }
}
