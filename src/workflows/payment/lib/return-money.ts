import type { MedusaContainer } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { killPoint } from "../../../lib/kill-point"
import type { ReturnEnd } from "../../../modules/mobile-money/ledger/returns"
import type { ReturnRow } from "../../../modules/mobile-money/ledger/rows"
import { MobileMoneyEvents } from "../events"
import { providerOf, readOrderMoney } from "./read-order"
import { mobileMoney } from "./resolve"
import { hashToken, newToken } from "./tokens"

/** Sends the reversals that are due; each at most once. */
export async function sendReturns(
  container: MedusaContainer,
  limit: number,
  id?: string
) {
  const ledger = mobileMoney(container)
  const due = await ledger.claimReturns(limit, id)
  for (const request of due) {
    if (!request.attempt_receipt) {
      // A query proves without a receipt; the provider's books bring it.
      continue
    }
    const token = newToken()
    const driver = await ledger.driver(request.driver)
    if (!(await ledger.markSending(request.id, hashToken(token)))) {
      continue
    }
    killPoint("mobile-money: return written")
    const outcome = await driver.giveBack({
      id: request.id,
      token,
      receipt: request.attempt_receipt,
      amount: Number(request.amount),
      currency_code: request.currency_code,
      note: request.note ?? "Refund",
    })
    killPoint("mobile-money: return sent")
    const noted = await ledger.noteGiveBack(request.id, outcome)
    if (noted?.state === "done" || noted?.state === "failed") {
      await afterReturn(container, noted)
    }
  }
  return due.length
}

/** The provider said how a return ended. */
export async function finishReturn(
  container: MedusaContainer,
  id: string,
  end: ReturnEnd
) {
  const ended = await mobileMoney(container).endReturn(id, end)
  killPoint("mobile-money: return ended")
  if (ended) {
    await afterReturn(container, ended)
  }
  return ended
}

async function afterReturn(container: MedusaContainer, ended: ReturnRow) {
  await bookReturns(container, 1, ended.id)
  await container.resolve(Modules.EVENT_BUS).emit({
    name:
      ended.state === "done"
        ? MobileMoneyEvents.RETURNED
        : MobileMoneyEvents.RETURN_FAILED,
    data: { id: ended.id },
  })
}

/** Returns nobody answered for: staff look at the provider's own pages. */
export async function reportOverdueReturns(
  container: MedusaContainer,
  limit: number
) {
  const ledger = mobileMoney(container)
  const overdue = await ledger.overdueReturns(limit)
  for (const { id, driver, attempt_id, amount, currency_code } of overdue) {
    await ledger.reportDifference({
      driver,
      kind: "return_failed",
      reference: id,
      attempt_id,
      amount: Number(amount),
      currency_code,
      detail: { error: "The provider has not said whether it was done." },
    })
  }
  return overdue.length
}

/** Writes into the order what is back with the shopper. */
export async function bookReturns(
  container: MedusaContainer,
  limit: number,
  id?: string
) {
  const ledger = mobileMoney(container)
  const unbooked = await ledger.claimUnbooked(limit, id)
  for (const returned of unbooked) {
    const refundId = await bookRefund(container, returned)
    killPoint("mobile-money: refund booked")
    await ledger.markBooked(returned.id, refundId)
  }
  return unbooked.length
}

async function bookRefund(container: MedusaContainer, returned: ReturnRow) {
  const ledger = mobileMoney(container)
  const payments = container.resolve(Modules.PAYMENT)
  const payment = await paymentOf(container, returned)
  // Core keeps no key of ours, so the note says which return it stands for.
  const note = `Mobile money ${returned.id}`
  const find = async () =>
    (await payments.listRefunds({ payment_id: payment.id })).find(
      (refund) => refund.note === note
    )
  const booked = await find()
  if (booked) {
    return booked.id
  }
  const all = await ledger.listMoneyReturns({
    attempt_id: returned.attempt_id,
    state: "done",
  })
  const back = all.reduce(
    (sum, { amount }) => MathBN.add(sum, amount),
    MathBN.convert(0)
  )
  // The provider refuses a refund beyond what it is told has come back.
  const told = {
    id: payment.id,
    data: { ...payment.data, returned: back.toString() },
  }
  await payments.updatePayment(told)
  await refundPaymentWorkflow(container).run({
    input: {
      payment_id: payment.id,
      amount: Number(returned.amount),
      created_by: returned.requested_by,
      note,
    },
  })
  return (await find())?.id ?? ""
}

async function paymentOf(container: MedusaContainer, returned: ReturnRow) {
  const ledger = mobileMoney(container)
  const attempt = await ledger.retrievePaymentAttempt(returned.attempt_id, {
    relations: ["awaited"],
  })
  const order = await readOrderMoney(container, attempt.awaited.order_id)
  const found = order.payment_collections
    .flatMap(({ payments }) => payments)
    .find(({ provider_id }) => provider_id === providerOf(returned.driver))
  return container.resolve(Modules.PAYMENT).retrievePayment(found?.id ?? "")
}
