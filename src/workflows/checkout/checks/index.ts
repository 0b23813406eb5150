import { originalBoxCheck } from "./original-box"
import { activeVariantsCheck } from "./active-variants"
import { paymentAmountCheck, paymentHeldCheck } from "./payment-amount"
import { cashLimitCheck, paymentMethodCheck } from "./payment-method"
import type { CompletionCheck } from "./types"

export type * from "./types"

/** In this order; the first that refuses is the answer. */
export const completionChecks: readonly CompletionCheck[] = [
  activeVariantsCheck,
  paymentMethodCheck,
  originalBoxCheck,
  paymentHeldCheck,
  paymentAmountCheck,
  cashLimitCheck,
]
