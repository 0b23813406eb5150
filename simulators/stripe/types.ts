import type { LastError, Outcome } from "./cards"

/** The parts of Stripe's objects that the stand-in keeps. */

export type Metadata = Record<string, string>

export type PaymentIntentStatus =
  | "requires_payment_method"
  | "requires_confirmation"
  | "requires_action"
  | "processing"
  | "requires_capture"
  | "succeeded"
  | "canceled"

export type Address = {
  city: string | null
  country: string | null
  line1: string | null
  line2: string | null
  postal_code: string | null
  state: string | null
}

export type NextAction =
  | {
      type: "redirect_to_url"
      redirect_to_url: { return_url: string; url: string }
    }
  | {
      type: "use_stripe_sdk"
      use_stripe_sdk: { type: "three_d_secure_redirect"; stripe_js: string }
    }

export type PaymentIntent = {
  id: string
  object: "payment_intent"
  amount: number
  amount_capturable: number
  amount_details: { tip: Record<string, never> }
  amount_received: number
  application: null
  application_fee_amount: null
  automatic_payment_methods: {
    enabled: boolean
    allow_redirects: "always" | "never"
  } | null
  canceled_at: number | null
  cancellation_reason: string | null
  capture_method: "automatic" | "automatic_async" | "manual"
  client_secret: string
  confirmation_method: "automatic"
  created: number
  currency: string
  customer: string | null
  description: string | null
  last_payment_error: LastError | null
  latest_charge: string | null
  livemode: false
  metadata: Metadata
  next_action: NextAction | null
  on_behalf_of: null
  payment_method: string | null
  payment_method_configuration_details: null
  payment_method_options: Record<string, unknown>
  payment_method_types: string[]
  processing: null
  receipt_email: string | null
  review: null
  setup_future_usage: string | null
  shipping: unknown
  source: null
  statement_descriptor: string | null
  statement_descriptor_suffix: string | null
  status: PaymentIntentStatus
  transfer_data: null
  transfer_group: null
}

export type Charge = {
  id: string
  object: "charge"
  amount: number
  amount_captured: number
  amount_refunded: number
  captured: boolean
  created: number
  currency: string
  customer: string | null
  failure_code: string | null
  failure_message: string | null
  livemode: false
  metadata: Metadata
  outcome: {
    network_status: string
    reason: string | null
    seller_message: string
    type: string
  }
  paid: boolean
  payment_intent: string
  payment_method: string
  payment_method_details: { type: string; card?: PaymentMethod["card"] }
  refunded: boolean
  status: "succeeded" | "failed" | "pending"
}

export type Refund = {
  id: string
  object: "refund"
  amount: number
  charge: string
  created: number
  currency: string
  failure_reason?: string
  metadata: Metadata
  payment_intent: string
  reason: string | null
  receipt_number: null
  status: "pending" | "succeeded" | "failed"
}

export type PaymentMethod = {
  id: string
  object: "payment_method"
  allow_redisplay: "unspecified"
  billing_details: {
    address: Address
    email: string | null
    name: string | null
    phone: string | null
  }
  card?: {
    brand: string
    checks: Record<string, string | null>
    country: string
    exp_month: number
    exp_year: number
    fingerprint: string
    funding: string
    last4: string
  }
  created: number
  customer: string | null
  livemode: false
  metadata: Metadata
  type: "card" | "us_bank_account"
}

export type Customer = {
  id: string
  object: "customer"
  address: Address | null
  balance: 0
  created: number
  currency: null
  description: string | null
  email: string | null
  livemode: false
  metadata: Metadata
  name: string | null
  phone: string | null
  shipping: unknown
}

export type SetupIntent = {
  id: string
  object: "setup_intent"
  automatic_payment_methods: PaymentIntent["automatic_payment_methods"]
  cancellation_reason: string | null
  client_secret: string
  created: number
  customer: string | null
  description: string | null
  last_setup_error: LastError | null
  livemode: false
  metadata: Metadata
  next_action: NextAction | null
  payment_method: string | null
  payment_method_types: string[]
  status:
    | "requires_payment_method"
    | "requires_confirmation"
    | "requires_action"
    | "succeeded"
    | "canceled"
  usage: string
}

/** A payment method, and how its card behaves when it is charged. */
export type KeptMethod = { method: PaymentMethod; outcome: Outcome }
