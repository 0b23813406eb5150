import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, PaymentSessionStatus } from "@medusajs/framework/utils"
import { killPoint } from "../../../lib/kill-point"
import { methodOfProvider, type PaymentMethodName } from "../../../markets"
import type { AwaitedRow } from "../../../modules/mobile-money/ledger/rows"
import { ORDER_DESK_MODULE } from "../../../modules/order-desk"
import type { OrderDeskService } from "../../../modules/order-desk/service"
import type { CashContext } from "../../../providers/payment-cash/service"
import { announceEnds } from "./announce"
import { authorizeCard } from "./authorize-card"
import { kindOfProvider, tryClose } from "./close-ends"
import { recordCaptures } from "./record-captures"
import { mobileMoney } from "./resolve"
import { closeSession, returnCard, type Wait } from "./return-card"
import { stopWaiting } from "./stop-waiting"

/**
 * - `settled`: the order has this card's money
 * - `returned`: the order could not take it, so the card was let go
 * - `open`: the card is not confirmed
 * - `closed`: it cannot be confirmed any more
 * - `busy`: somebody else works on this order's money right now
 */
export type CardFound = "settled" | "returned" | "open" | "closed" | "busy"

type Session = { id: string; provider_id: string }

/** The sessions of a wait that a card could still be confirmed with. */
export async function cardSessionsOf(
  container: MedusaContainer,
  { payment_collection_id }: Pick<AwaitedRow, "payment_collection_id">
): Promise<Session[]> {
  const sessions = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ payment_collection_id })
  return sessions.filter(
    ({ provider_id, status }) =>
      kindOfProvider(provider_id) === "card" &&
      status !== PaymentSessionStatus.CANCELED
  )
}

/** Asks the bank about a card, alone, and acts on the answer. */
export async function settleCard(
  container: MedusaContainer,
  wait: Wait,
  session: Session,
  actor: string
): Promise<CardFound> {
  const ledger = mobileMoney(container)
  if (!(await ledger.hold(wait.id))) {
    return "busy"
  }
  try {
    return await settleHeldCard(container, wait, session, actor)
  } finally {
    await ledger.letGo(wait.id)
  }
}

/**
 * Closes a card the shopper passed over. One that was charged in the meantime
 * cannot be closed, and is settled.
 */
export async function dropCard(
  container: MedusaContainer,
  wait: Wait,
  session: Session,
  actor: string
) {
  const ledger = mobileMoney(container)
  if (!(await ledger.hold(wait.id))) {
    return
  }
  try {
    await container.resolve(Modules.PAYMENT).deletePaymentSession(session.id)
  } catch {
    await settleHeldCard(container, wait, session, actor)
  } finally {
    await ledger.letGo(wait.id)
  }
}

/**
 * The way in for a card of an order that was placed before it was paid. The
 * bank's own word comes first, then the row decides: the order takes the money,
 * or it goes back. The caller holds the wait.
 */
export async function settleHeldCard(
  container: MedusaContainer,
  wait: Wait,
  session: Session,
  actor: string
): Promise<CardFound> {
  const ledger = mobileMoney(container)
  await stopWaiting(container, { order_id: wait.order_id, actor })
  const { state, settled_by } = await ledger.retrieveAwaitedPayment(wait.id)
  if (state !== "waiting" && settled_by !== session.id) {
    await closeSession(container, wait, session)
    return "returned"
  }
  const payment = await authorizeCard(container, session.id)
  if (!payment) {
    return (await isCancelled(container, session)) ? "closed" : "open"
  }
  if (payment.canceled_at) {
    return "closed"
  }
  killPoint("payment: card authorised")
  const { taken } = await ledger.takeSession({
    awaited_id: wait.id,
    session_id: session.id,
    method: methodOfProvider(session.provider_id) ?? wait.driver,
    actor,
  })
  if (taken === "ended") {
    await returnCard(container, wait, payment)
    return "returned"
  }
  killPoint("payment: card taken")
  if (taken === "settle") {
    await creditSession(container, wait, session.id, actor)
  }
  return "settled"
}

async function isCancelled(container: MedusaContainer, { id }: Session) {
  const { status } = await container
    .resolve(Modules.PAYMENT)
    .retrievePaymentSession(id)
  return status === PaymentSessionStatus.CANCELED
}

/** The order has the money of a session; each part is looked for first. */
async function creditSession(
  container: MedusaContainer,
  wait: Wait,
  session_id: string,
  actor: string
) {
  const payments = container.resolve(Modules.PAYMENT)
  const [payment] = await payments.listPayments(
    { payment_session_id: session_id },
    { relations: ["captures"] }
  )
  const { order_id } = wait
  const { currency_code, captures = [] } = payment
  await recordCaptures(container, { order_id, currency_code }, captures)
  await finishSession(container, wait.id, session_id, actor)
}

export async function finishSession(
  container: MedusaContainer,
  awaited_id: string,
  session_id: string,
  actor: string
) {
  await mobileMoney(container).markPaid({ id: awaited_id, session_id, actor })
  await announceEnds(container, awaited_id)
  await tryClose(container, awaited_id)
}

/** Goes on where a process stopped between taking a session and the end. */
export async function resumeSession(
  container: MedusaContainer,
  awaited: AwaitedRow,
  actor: string
) {
  const ledger = mobileMoney(container)
  const session_id = awaited.settled_by ?? ""
  if (!(await ledger.hold(awaited.id))) {
    return
  }
  const payments = container.resolve(Modules.PAYMENT)
  const { provider_id } = await payments.retrievePaymentSession(session_id)
  const method = methodOfProvider(provider_id)
  if (kindOfProvider(provider_id) === "cash") {
    const isHere = await takeCollectedCash(container, awaited, session_id)
    if (!isHere) {
      return giveUp(container, awaited, session_id, method)
    }
  }
  await creditSession(container, awaited, session_id, actor)
}

const giveUp = (
  container: MedusaContainer,
  { id, driver }: AwaitedRow,
  session_id: string,
  method: PaymentMethodName | undefined
) =>
  mobileMoney(container).giveUpSession({
    awaited_id: id,
    session_id,
    method: method ?? driver,
  })

/** The driver's cash, unless the process died before it was written down. */
async function takeCollectedCash(
  container: MedusaContainer,
  { order_id }: AwaitedRow,
  session_id: string
) {
  const desk: OrderDeskService = container.resolve(ORDER_DESK_MODULE)
  const [row] = await desk.listCashCollections({ order_id })
  if (row?.state !== "collected" && row?.state !== "settled") {
    return false
  }
  const collected: CashContext = { cash_collected: true }
  const payments = container.resolve(Modules.PAYMENT)
  const payment = await payments.authorizePaymentSession(session_id, {
    ...collected,
  })
  if (payment && !payment.captured_at) {
    await payments.capturePayment({ payment_id: payment.id })
  }
  return true
}
