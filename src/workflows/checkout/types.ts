import type { CreateAddressDTO } from "@medusajs/framework/types"
import type { Attempt } from "../../modules/idempotency/types"
import type { MarketCode, PaymentKind, PaymentMethodName } from "../../markets"

export type CheckoutAddress = {
  first_name?: string
  last_name?: string
  company?: string
  address_1?: string
  address_2?: string
  city?: string
  province?: string
  postal_code?: string
  country_code: string
  phone?: string
}

export type CheckoutLine = {
  variant_id: string
  quantity: number
  /** Whether it is bought with its original box. */
  original_box?: boolean
}

/** Who is calling, as the server knows it; nothing of it comes from a body. */
export type CheckoutCaller = {
  customer_id?: string
  /** The channels of the publishable key. */
  sales_channel_ids: string[]
  /** The turn of the idempotency key, which remembers the cart that is made. */
  attempt?: Attempt
  locale?: string
}

export type CheckoutInput = {
  cart_id?: string
  items?: CheckoutLine[]
  region_id?: string
  email?: string
  phone?: string
  shipping_address?: CheckoutAddress
  address_id?: string
  billing_address?: CheckoutAddress
  promo_codes?: string[]
  note?: string
  shipping_option_id?: string
  payment: { method: string; phone?: string }
  caller: CheckoutCaller
}

export type PlannedPayment = {
  method: PaymentMethodName
  kind: PaymentKind
  provider_id: string
  /** The phone a prompt goes to, in E.164. */
  phone: string | null
}

/**
 * A checkout that was looked at and found good: what is to be written, with
 * every value in the form it is stored in.
 */
export type CheckoutPlan = {
  market: MarketCode
  /** The cart that was sent; null when one is made from `lines`. */
  cart_id: string | null
  /** A customer the cart does not belong to yet. */
  claimed_by: string | null
  customer_id: string | null
  region_id: string
  sales_channel_id: string
  email: string | null
  phone: string | null
  lines: CheckoutLine[]
  /** Null where the cart has this address already. */
  shipping_address: CreateAddressDTO | null
  billing_address: CreateAddressDTO | null
  /** All codes of the cart; those sent just now must apply. */
  promo_codes: string[]
  sent_codes: string[]
  metadata: Record<string, unknown>
  shipping_option_id: string | null
  payment: PlannedPayment
  attempt: Attempt | null
  locale: string | null
}

/** Either there is an order already, or there is a plan for one. */
export type CheckoutDecision = {
  order_id: string | null
  plan: CheckoutPlan | null
}

/** What an order writer leaves behind; no order while a card waits. */
export type WrittenOrder = { cart_id: string; order_id: string | null }

export type CheckoutResult = {
  cart_id: string | null
  order_id: string | null
  /** Whether this very call placed it. */
  placed: boolean
  phone: string | null
}
