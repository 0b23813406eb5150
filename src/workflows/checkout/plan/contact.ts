import { parsePhone } from "../../../lib/phone"
import type { Market } from "../../../markets"
import { Refusal } from "../../refusal"

export type Contact = { email: string | null; phone: string | null }

type Rules = Pick<Market, "name" | "country" | "identifier">

/** A phone in E.164, or the refusal that names the field. */
export function readPhone(
  text: string,
  country: string,
  field: string
): string {
  const phone = parsePhone(text, country)
  if (!phone.ok) {
    throw new Refusal("invalid_phone", "This is not a phone number.", {
      details: [{ field, message: "is not a phone number" }],
    })
  }
  return phone.e164
}

const missing = (field: string, message: string) =>
  new Refusal("contact_required", message, {
    details: [{ field, message: "is required" }],
  })

/** How the shopper is reached, by what the market asks of a person. */
export function contactOf(
  { name, country, identifier }: Rules,
  given: { email?: string | null; phone?: string | null }
): Contact {
  const email = given.email?.trim().toLowerCase() || null
  const phone = given.phone ? readPhone(given.phone, country, "phone") : null
  if (identifier === "phone" && !phone) {
    throw missing("phone", `An order in ${name} needs a phone number.`)
  }
  if (identifier === "email" && !email) {
    throw missing("email", `An order in ${name} needs an e-mail address.`)
  }
  if (!email && !phone) {
    throw missing("phone", "An order needs a phone number or e-mail address.")
  }
  return { email, phone }
}

/** Where the courier's note and the shopper's phone stand in an order. */
export const NOTE_KEY = "delivery_note"
export const PHONE_KEY = "contact_phone"

/** The phone of whoever ordered: their own, else the one of the address. */
export function phoneOfOrder(
  order: {
    metadata?: Record<string, unknown> | null
    shipping_address?: { phone?: string | null } | null
  },
  country: string
): string | null {
  const own = order.metadata?.[PHONE_KEY]
  const text = typeof own === "string" ? own : order.shipping_address?.phone
  const phone = text ? parsePhone(text, country) : undefined
  return phone?.ok ? phone.e164 : null
}
