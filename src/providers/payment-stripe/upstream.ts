/* eslint-disable @medusajs/import-from-framework-not-internal --
   The package exports its module definition only. A subclass needs the class
   itself, and the version is pinned. */
import { createRequire } from "node:module"
import StripeProviderService from "@medusajs/payment-stripe/dist/services/stripe-provider"

export { StripeProviderService }
export type { StripeOptions } from "@medusajs/payment-stripe/dist/types"
export {
  getAmountFromSmallestUnit,
  getSmallestUnit,
} from "@medusajs/payment-stripe/dist/utils/get-smallest-unit"

/**
 * The SDK the package was written for. Another, newer one lies at the top of
 * node_modules, where a plain import would find it.
 */
export const StripeSdk: unknown = createRequire(
  require.resolve("@medusajs/payment-stripe")
)("stripe")
