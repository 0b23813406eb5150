import type { MedusaContainer } from "@medusajs/framework/types"

export type CompletionSession = {
  id: string
  provider_id: string
  status: string
  amount: number
}

/** What a check sees of the cart core is about to complete. */
export type CompletionCart = {
  id: string
  total: number
  currency_code: string
  completed_at: string | Date | null
  metadata: Record<string, unknown> | null
  items?: { variant_id?: string | null }[]
  shipping_address?: {
    country_code?: string | null
    phone?: string | null
  } | null
  payment_collection?: { payment_sessions?: CompletionSession[] } | null
}

/** One reason for which a cart may not become an order. */
export type CompletionCheck = {
  name: string
  check(
    container: MedusaContainer,
    cart: CompletionCart,
    session: CompletionSession | undefined
  ): Promise<void> | void
}
