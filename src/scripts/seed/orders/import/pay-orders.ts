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

type Dated = { id: string; created_at: Date; captured_at?: Date }

/** Methods the module generates for its tables but does not declare. */
type PaymentRows = {
  updatePayments(rows: Dated[]): Promise<unknown>
  updateCaptures(rows: Dated[]): Promise<unknown>
}

type Paid = { bill: Bill; payment: PaymentDTO }

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
      async (bill): Promise<Paid> => ({
        bill,
        payment: await take(payment, idOf.get(bill) ?? "", bill),
      })
    )
    await datePayments(payment, paid)
    const transactions = paid.flatMap(toTransactions)
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
  { currency_code, amount }: Bill
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
  return await payment.capturePayment({ payment_id: authorized.id, amount })
}

/** The module stamps the present; this is when it was. */
async function datePayments(module: IPaymentModuleService, paid: Paid[]) {
  const rows = module as unknown as PaymentRows
  const dateOf = ({ paid_at }: Bill) => paid_at ?? new Date()
  await rows.updatePayments(
    paid.map(({ bill, payment: { id } }) => ({
      id,
      created_at: dateOf(bill),
      captured_at: dateOf(bill),
    }))
  )
  await rows.updateCaptures(
    paid.flatMap(({ bill, payment: { captures } }) =>
      (captures ?? []).map(({ id }) => ({ id, created_at: dateOf(bill) }))
    )
  )
}

type NewTransaction = Pick<
  OrderTransactionDTO,
  "order_id" | "amount" | "currency_code" | "reference" | "reference_id"
> & { created_at?: Date }

const toTransactions = ({ bill, payment }: Paid): NewTransaction[] =>
  (payment.captures ?? []).map(({ id }) => ({
    order_id: bill.order_id,
    currency_code: bill.currency_code,
    amount: bill.amount,
    reference: "capture",
    reference_id: id,
    created_at: bill.paid_at,
  }))
