import type { MedusaContainer } from "@medusajs/framework/types"
import {
  isPaymentMethod,
  type PaymentMethodName,
  paymentMethod,
} from "../../../markets"
import {
  MOBILE_MONEY,
  type MobileMoneyService,
} from "../../../modules/mobile-money"
import { type CheckoutPayment, paymentPort } from "../../checkout/payment-port"
import { paymentOf } from "../../checkout/plan/payment"
import type { PlannedPayment } from "../../checkout/types"
import { isOpen, refuseCash } from "./methods"
import { type PayableOrder, readPayableOrder } from "./read-order"
import { alreadyPaid, notPayable } from "./refusals"
import type { PayOrderInput, PayPlan } from "./types"

const PAID: readonly string[] = ["paid", "confirming", "authorized"]

const FIELDS = { method: "method", phone: "phone" }

/** The method of an order whose money may still come. */
function currentMethod(payment: CheckoutPayment): PaymentMethodName {
  if (PAID.includes(payment.state)) {
    throw alreadyPaid()
  }
  const { method } = payment
  if (!isOpen(payment) || !method || !isPaymentMethod(method)) {
    throw notPayable()
  }
  return method
}

/** The collection the order waits with; a card alone does not wait. */
async function collectionOf(
  container: MedusaContainer,
  { id, sessions }: PayableOrder,
  method: PaymentMethodName
) {
  const awaited = await container
    .resolve<MobileMoneyService>(MOBILE_MONEY)
    .awaitedOf(id)
  const { kind, provider } = paymentMethod(method)
  const placedWith = sessions.find(
    ({ provider_id, status }) =>
      provider_id === provider && status === "pending_authorization"
  )
  const found =
    awaited?.payment_collection_id ??
    (kind === "card" ? undefined : placedWith?.collection_id)
  if (!found) {
    throw notPayable()
  }
  return found
}

async function chosen(
  container: MedusaContainer,
  order: PayableOrder,
  method: string,
  phone: string | undefined
): Promise<PlannedPayment> {
  const { market, enabled } = order
  if (!market) {
    throw notPayable()
  }
  const payment = paymentOf(
    market,
    enabled,
    { method, phone },
    order.phone,
    FIELDS
  )
  if (payment.kind === "cash") {
    await refuseCash(container, order)
  }
  return payment
}

/** Looks at everything before anything is written. Reads only. */
export async function planPayment(
  container: MedusaContainer,
  { order_id, method, phone }: PayOrderInput
): Promise<PayPlan> {
  const from = currentMethod(await paymentPort.view(container, order_id))
  const order = await readPayableOrder(container, order_id)
  const collection_id = await collectionOf(container, order, from)
  const changes = method !== undefined && method !== from
  const { kind, provider } = paymentMethod(from)
  return {
    order_id,
    collection_id,
    from,
    changes,
    payment: changes
      ? await chosen(container, order, method, phone)
      : {
          method: from,
          kind,
          provider_id: provider ?? "",
          // Without one the phone that was asked last is asked.
          phone: phone ?? null,
        },
  }
}
