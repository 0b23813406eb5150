import { isMobile, parsePhone } from "../../../lib/phone"
import { type Market, isPaymentMethod, paymentMethod } from "../../../markets"
import { Refusal } from "../../refusal"
import type { PlannedPayment } from "../types"
import { readPhone } from "./contact"

const field = "payment.method"

const unavailable = (message: string) =>
  new Refusal("payment_method_unavailable", message, {
    kind: "NOT_ALLOWED",
    details: [{ field, message: "is not available here" }],
  })

/** A prompt reaches only mobile phones of the country the method lives in. */
function promptedPhone(market: Market, phone: string | null): string {
  const parsed = phone ? parsePhone(phone, market.country) : undefined
  if (!parsed?.ok) {
    throw new Refusal("phone_required", "This way of paying needs a phone.", {
      details: [{ field: "payment.phone", message: "is required" }],
    })
  }
  if (parsed.country !== market.country || !isMobile(parsed)) {
    throw new Refusal(
      "phone_not_supported",
      `This way of paying needs a mobile number of ${market.name}.`,
      {
        details: [
          {
            field: "payment.phone",
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
  contactPhone: string | null
): PlannedPayment {
  const { method } = payment
  if (!isPaymentMethod(method) || !market.payment_methods.includes(method)) {
    throw unavailable(`${market.name} does not offer this way of paying.`)
  }
  const { kind, provider } = paymentMethod(method)
  const phone = payment.phone
    ? readPhone(payment.phone, market.country, "payment.phone")
    : contactPhone
  const prompted = kind === "mobile" ? promptedPhone(market, phone) : phone
  if (!provider || !enabled.includes(provider)) {
    throw unavailable("This way of paying is not available at the moment.")
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
