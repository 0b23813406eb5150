import type { PaymentMethodName } from "../../../markets"
import type { PlannedPayment } from "../../checkout/types"

export type PayOrderInput = {
  order_id: string
  /** The one of the order when left out. */
  method?: string
  phone?: string
}

/** How an order is to be paid from here on; looked at and found good. */
export type PayPlan = {
  order_id: string
  collection_id: string
  from: PaymentMethodName
  payment: PlannedPayment
  /** Whether it is another method than before. */
  changes: boolean
}

/** What is left to do after everybody was asked a last time. */
export type PayWork = PayPlan & {
  /** A card that turned out to be confirmed leaves nothing to do. */
  paid: boolean
}
