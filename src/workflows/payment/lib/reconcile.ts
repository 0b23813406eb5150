import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { roundToMinor } from "../../../lib/money"
import type { BookedReceipt } from "../../../modules/mobile-money/driver"
import { each } from "./each"
import { placeReceipt } from "./place-receipt"
import { providerOf, readOrderMoney } from "./read-order"
import { mobileMoney } from "./resolve"

const HOUR = 3_600_000

/** Providers keep their books open for about two days. */
const WINDOW = 47 * HOUR

/** Money of the last minutes may be on its way into either book. */
const FRESH = 10 * 60_000

/**
 * Compares the provider's books, the ledger and the orders. What can be
 * settled goes the settle path; every difference that is left is a row for
 * staff. Found again, it stays one row.
 */
export async function reconcile(container: MedusaContainer) {
  const { driverNames } = mobileMoney(container)
  const results = await each(
    container,
    driverNames.map((id) => ({ id })),
    ({ id }) => reconcileDriver(container, id)
  )
  const orders = await compareOrders(container)
  return { ...results, orders }
}

async function reconcileDriver(container: MedusaContainer, name: string) {
  const driver = await mobileMoney(container).driver(name)
  const to = new Date()
  const from = new Date(to.getTime() - WINDOW)
  const books = await driver.booked(from, to)
  if (!books.ok) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `${name} does not show its books: ${books.detail}`
    )
  }
  for (const booked of books.receipts) {
    await compareReceipt(container, name, booked)
  }
  if (books.receipts.length) {
    await findMissingThere(container, name, from, books.receipts)
  }
}

async function compareReceipt(
  container: MedusaContainer,
  driver: string,
  booked: BookedReceipt
) {
  const ledger = mobileMoney(container)
  const attempt = await ledger.attemptBy("receipt", booked.receipt)
  if (!attempt) {
    await placeReceipt(container, driver, booked, { books: true })
    return
  }
  if (Number(attempt.amount) !== booked.amount) {
    await ledger.reportDifference({
      driver,
      kind: "mismatch",
      reference: `books ${booked.receipt}`,
      attempt_id: attempt.id,
      amount: booked.amount,
      currency_code: booked.currency_code,
      detail: { ledger: Number(attempt.amount), books: booked.amount },
    })
  }
}

/** Receipts the ledger counts as money, which the provider does not show. */
async function findMissingThere(
  container: MedusaContainer,
  driver: string,
  from: Date,
  receipts: BookedReceipt[]
) {
  const ledger = mobileMoney(container)
  const shown = new Set(receipts.map(({ receipt }) => receipt))
  const settled = await ledger.listPaymentAttempts(
    {
      driver,
      state: ["paid", "settled", "surplus"],
      ended_at: { $gt: from, $lt: new Date(Date.now() - FRESH) },
    },
    { relations: ["awaited"] }
  )
  for (const attempt of settled) {
    if (attempt.receipt && !shown.has(attempt.receipt)) {
      await ledger.reportDifference({
        driver,
        kind: "missing_there",
        reference: attempt.receipt,
        attempt_id: attempt.id,
        order_id: attempt.awaited.order_id,
        amount: Number(attempt.amount),
        currency_code: attempt.currency_code,
      })
    }
  }
}

/** Core's amounts may carry traces behind the last cent. */
const differ = (one: number, other: number, currency: string) =>
  roundToMinor(one, currency) !== roundToMinor(other, currency)

/** The ledger says paid; does the order? */
async function compareOrders(container: MedusaContainer) {
  const ledger = mobileMoney(container)
  const paid = await ledger.listAwaitedPayments({
    state: "paid",
    // Staff take a card's money when they like.
    driver: [...ledger.driverNames],
    updated_at: {
      $gt: new Date(Date.now() - WINDOW),
      $lt: new Date(Date.now() - FRESH),
    },
  })
  return each(container, paid, async (awaited) => {
    const order = await readOrderMoney(container, awaited.order_id)
    const captured = order.payment_collections
      .flatMap(({ payments }) => payments)
      .filter(({ provider_id }) => provider_id === providerOf(awaited.driver))
      .flatMap(({ captures }) => captures)
      .reduce((sum, { amount }) => sum + Number(amount), 0)
    if (differ(captured, Number(awaited.amount), awaited.currency_code)) {
      await ledger.reportDifference({
        driver: awaited.driver,
        kind: "order_disagrees",
        reference: awaited.order_id,
        attempt_id: awaited.settled_by,
        order_id: awaited.order_id,
        amount: Number(awaited.amount),
        currency_code: awaited.currency_code,
        detail: { captured },
      })
    }
  })
}
