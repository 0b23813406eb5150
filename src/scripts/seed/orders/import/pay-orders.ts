import type {
  IPaymentModuleService,
  OrderTransactionDTO,
  PaymentDTO,
} from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inParallel } from "../../parallel"

const AT_ONCE = 4

export type Bill = {
  order_id: string
  currency_code: string
  amount: number
  /** When it was paid, unless it still has to be. */
  paid_at?: Date
}

export type PaidBill = { order_id: string; payment_collection_id: string }

/** A method the module generates for its table but does not declare. */
type Captures = {
  updateCaptures(rows: { id: string; created_at: Date }[]): Promise<unknown>
}

export const payDemoOrdersStepId = "pay-demo-orders"

/** Bills each order, and takes the money of those that are paid. */
export const payDemoOrdersStep = createStep(
  payDemoOrdersStepId,
  async (bills: Bill[], { container }) => {
    const payment = container.resolve(Modules.PAYMENT)
    const collections = await payment.createPaymentCollections(
      bills.map(({ currency_code, amount }) => ({ currency_code, amount }))
    )
    const idOf = new Map(
      bills.map((bill, index) => [bill, collections[index].id])
    )
    const paid = await inParallel(
      bills.filter(({ paid_at }) => paid_at),
      AT_ONCE,
      async (bill) =>
        toTransactions(bill, await take(payment, idOf.get(bill) ?? "", bill))
    )
    const transactions = paid.flat()
    if (transactions.length) {
      await container.resolve(Modules.ORDER).addOrderTransactions(transactions)
    }
    const ids = collections.map(({ id }) => id)
    const links = bills.map(({ order_id }, index): PaidBill => ({
      order_id,
      payment_collection_id: ids[index],
    }))
    return new StepResponse(links, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await container.resolve(Modules.PAYMENT).deletePaymentCollections(ids)
    }
  }
)

async function take(
  payment: IPaymentModuleService,
  collectionId: string,
  { currency_code, amount, paid_at }: Bill
) {
  const session = await payment.createPaymentSession(collectionId, {
    provider_id: "pp_system_default",
    currency_code,
    amount,
    data: {},
  })
  const authorized = await payment.authorizePaymentSession(session.id, {})
  if (!authorized) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The built-in payment provider did not authorize ${session.id}. ` +
        "Seed again."
    )
  }
  const { id } = authorized
  const paid = await payment.capturePayment({ payment_id: id, amount })
  const at = paid_at ?? new Date()
  const dated = { id, captured_at: at, created_at: at }
  await payment.updatePayment(dated)
  const rows = payment as unknown as Captures
  await rows.updateCaptures(
    (paid.captures ?? []).map((capture) => ({ id: capture.id, created_at: at }))
  )
  return paid
}

type NewTransaction = Pick<
  OrderTransactionDTO,
  "order_id" | "amount" | "currency_code" | "reference" | "reference_id"
> & { created_at?: Date }

const toTransactions = (
  { order_id, currency_code, amount, paid_at }: Bill,
  { captures }: PaymentDTO
): NewTransaction[] =>
  (captures ?? []).map(({ id }) => ({
    order_id,
    currency_code,
    amount,
    reference: "capture",
    reference_id: id,
    created_at: paid_at,
  }))
