import type {
  MedusaContainer,
  PaymentDTO,
  PaymentSessionDTO,
} from "@medusajs/framework/types"
import {
  Modules,
  OrderStatus,
  PaymentCollectionStatus,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { methodOfProvider } from "../../../markets"
import type { AwaitedRow } from "../../../modules/mobile-money/ledger/rows"
import { authorizeCard } from "./authorize-card"
import { recordCaptures } from "./record-captures"
import { mobileMoney } from "./resolve"

export type Wait = Pick<
  AwaitedRow,
  "id" | "order_id" | "payment_collection_id" | "driver"
>

const NOTE = "Paid another way"

/**
 * Shuts a session whose money the order does not take. A card that was
 * confirmed is let go; one that was charged in the meantime is refunded. It
 * throws when the provider does not answer, and may be run again.
 */
export async function closeSession(
  container: MedusaContainer,
  wait: Wait,
  { id }: Pick<PaymentSessionDTO, "id">
) {
  const payments = container.resolve(Modules.PAYMENT)
  const [session] = await payments.listPaymentSessions(
    { id },
    { relations: ["payment"] }
  )
  if (!session) {
    return
  }
  if (session.payment) {
    return returnCard(container, wait, session.payment)
  }
  try {
    await payments.deletePaymentSession(id)
  } catch (error) {
    // What is charged cannot be cancelled; it can be given back.
    const payment = await authorizeCard(container, id)
    if (!payment) {
      throw error
    }
    await returnCard(container, wait, payment)
  }
}

/** Gives back what a card has paid, or lets go what it holds. */
export async function returnCard(
  container: MedusaContainer,
  wait: Wait,
  { id }: Pick<PaymentDTO, "id">
) {
  const payments = container.resolve(Modules.PAYMENT)
  const payment = await payments.retrievePayment(id, {
    relations: ["captures", "refunds", "payment_session"],
  })
  if (payment.canceled_at) {
    return
  }
  if (payment.captures?.length) {
    await refund(container, wait, payment)
  } else {
    await payments.cancelPayment(id)
    await showCancelled(container, wait, payment)
    await note(container, wait, payment, "released")
  }
}

const note = (
  container: MedusaContainer,
  wait: Wait,
  { id, amount }: PaymentDTO,
  way: "released" | "refunded"
) =>
  mobileMoney(container).writeEntry({
    awaited_id: wait.id,
    what: "card_returned",
    actor: "job",
    detail: { payment_id: id, amount: Number(amount), way },
  })

/** Core leaves session and collection as authorised, and an order by them. */
async function showCancelled(
  container: MedusaContainer,
  wait: Wait,
  { payment_session: session }: PaymentDTO
) {
  const payments = container.resolve(Modules.PAYMENT)
  if (session) {
    const { id, amount, currency_code, data = {} } = session
    const status = PaymentSessionStatus.CANCELED
    await payments.updatePaymentSession({
      id,
      amount,
      currency_code,
      data,
      status,
    })
  }
  const { status } = await container
    .resolve(Modules.ORDER)
    .retrieveOrder(wait.order_id, { select: ["id", "status"] })
  if (status === OrderStatus.CANCELED) {
    await payments.updatePaymentCollections(wait.payment_collection_id, {
      status: PaymentCollectionStatus.CANCELED,
    })
  }
}

async function refund(
  container: MedusaContainer,
  wait: Wait,
  payment: PaymentDTO
) {
  if (payment.refunds?.length) {
    return reportHalfRefund(container, wait, payment)
  }
  const { order_id } = wait
  const { id, amount, currency_code } = payment
  const paid = { order_id, currency_code }
  await recordCaptures(container, paid, payment.captures ?? [])
  await refundPaymentWorkflow(container).run({
    input: {
      payment_id: id,
      amount: Number(amount),
      created_by: "job",
      note: NOTE,
    },
  })
  await note(container, wait, payment, "refunded")
}

/** Core writes a refund before it asks for it; a crash leaves it open which. */
async function reportHalfRefund(
  container: MedusaContainer,
  wait: Wait,
  payment: PaymentDTO
) {
  const ledger = mobileMoney(container)
  const noted = await ledger.listLedgerEntries({
    awaited_id: wait.id,
    what: "card_returned",
  })
  if (!noted.some(({ detail }) => detail?.payment_id === payment.id)) {
    await ledger.reportDifference({
      driver: methodOfProvider(payment.provider_id) ?? wait.driver,
      kind: "return_failed",
      reference: payment.id,
      order_id: wait.order_id,
      amount: Number(payment.amount),
      currency_code: payment.currency_code,
      detail: { error: "It is not known whether the card was refunded." },
    })
  }
}
