import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { FINISHED, MARKER } from "./import/order-input"
import type { OrderPlan } from "./plan"

type Dated = { id: string } & Record<string, string | Date>

type Update = (rows: Dated[]) => Promise<unknown>

/** Methods the modules generate for their tables but do not declare. */
type PaymentRows = { updateCaptures: Update; updateRefunds: Update }
type OrderRows = { updateOrderTransactions: Update; updateReturns: Update }

type Row = { id: string }

type OrderParts = {
  payment_collections: {
    payments: (Row & { captures: Row[]; refunds: Row[] })[]
  }[]
  transactions: (Row & { reference: string })[]
  fulfillments: (Row & {
    shipped_at: string | null
    delivered_at: string | null
  })[]
  returns: Row[]
}

/**
 * The workflows stamp what they do with the present. Afterwards every part
 * gets the time at which it would have happened.
 */
export async function dateOrder(
  container: MedusaContainer,
  plan: OrderPlan,
  orderId: string
) {
  const parts = await readParts(container, orderId)
  await datePayments(container, plan, parts)
  await dateFulfillments(container, plan, parts)
  await dateReturns(container, plan, parts)
  await container.resolve(Modules.ORDER).updateOrders([
    {
      id: orderId,
      metadata: { [MARKER]: plan.number, [FINISHED]: true },
      ...(plan.state.startsWith("cancelled")
        ? { canceled_at: plan.at.cancelled }
        : {}),
    },
  ])
}

async function readParts(container: MedusaContainer, id: string) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "payment_collections.payments.id",
        "payment_collections.payments.captures.id",
        "payment_collections.payments.refunds.id",
        "transactions.id",
        "transactions.reference",
        "fulfillments.id",
        "fulfillments.shipped_at",
        "fulfillments.delivered_at",
        "returns.id",
      ],
      filters: { id },
    })
  return data[0] as unknown as OrderParts
}

const refundedAt = ({ state, at }: OrderPlan) =>
  state === "cancelled-paid" ? at.cancelled : at.refunded

async function datePayments(
  container: MedusaContainer,
  plan: OrderPlan,
  { payment_collections, transactions }: OrderParts
) {
  const payments = payment_collections.flatMap((held) => held.payments)
  if (!payments.length) {
    return
  }
  const payment = container.resolve(Modules.PAYMENT)
  const rows = payment as unknown as PaymentRows
  const refunded = refundedAt(plan)
  for (const { id, captures, refunds } of payments) {
    const dated = { id, captured_at: plan.at.paid, created_at: plan.at.paid }
    await payment.updatePayment(dated)
    await rows.updateCaptures(
      captures.map((capture) => ({ id: capture.id, created_at: plan.at.paid }))
    )
    await rows.updateRefunds(
      refunds.map((refund) => ({ id: refund.id, created_at: refunded }))
    )
  }
  const order = container.resolve(Modules.ORDER) as unknown as OrderRows
  await order.updateOrderTransactions(
    transactions.map(({ id, reference }) => ({
      id,
      created_at: reference === "refund" ? refunded : plan.at.paid,
    }))
  )
}

async function dateFulfillments(
  container: MedusaContainer,
  { at }: OrderPlan,
  { fulfillments }: OrderParts
) {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  for (const { id, shipped_at, delivered_at } of fulfillments) {
    const dates = {
      created_at: at.fulfilled,
      packed_at: at.fulfilled,
      ...(shipped_at ? { shipped_at: at.shipped } : {}),
      ...(delivered_at ? { delivered_at: at.delivered } : {}),
    }
    await fulfillment.updateFulfillment(id, dates)
  }
}

async function dateReturns(
  container: MedusaContainer,
  { at }: OrderPlan,
  { returns }: OrderParts
) {
  if (returns.length) {
    const order = container.resolve(Modules.ORDER) as unknown as OrderRows
    await order.updateReturns(
      returns.map(({ id }) => ({
        id,
        created_at: at.returned,
        requested_at: at.returned,
        received_at: at.returned,
      }))
    )
  }
}
