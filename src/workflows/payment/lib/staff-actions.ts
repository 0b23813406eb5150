import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { settings } from "../../../settings"
import { parsePhone } from "../../../lib/phone"
import { inProgress } from "../../locked"
import type { Requested } from "../../../modules/mobile-money/ledger/returns"
import { isSettledByAttempt } from "./announce"
import { findOut, settle } from "./find-out"
import { processProviderEvent } from "./process-events"
import { marketOf } from "./read-order"
import { mobileMoney } from "./resolve"
import { announcementToken } from "./tokens"
import { finishReturn, sendReturns } from "./return-money"

const refuse = (code: string, message: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)

async function awaitedOf(container: MedusaContainer, orderId: string) {
  const awaited = await mobileMoney(container).awaitedOf(orderId)
  if (!awaited) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "This order is not paid with mobile money.",
      "no_mobile_payment"
    )
  }
  return awaited
}

/** Asks the provider now about everything that is open for an order. */
export async function checkOrder(
  container: MedusaContainer,
  { order_id, actor }: { order_id: string; actor: string }
) {
  const ledger = mobileMoney(container)
  const awaited = await awaitedOf(container, order_id)
  const attempts = await ledger.listPaymentAttempts(
    {
      awaited_id: awaited.id,
      state: ["created", "asked", "unknown", "failed"],
    },
    { order: { number: "DESC" }, take: 5 }
  )
  const found: string[] = []
  if (awaited.state === "settling" && isSettledByAttempt(awaited)) {
    const attempt_id = awaited.settled_by ?? ""
    found.push(await settle(container, { attempt_id, actor, source: "query" }))
  }
  for (const { id } of attempts) {
    const attempt = await ledger.attemptBy("id", id)
    if (attempt) {
      found.push(await findOut(container, attempt, { actor, source: "query" }))
    }
  }
  return { found }
}

export type MatchReceipt = {
  order_id: string
  attempt_id: string
  receipt: string
  actor: string
}

/**
 * Staff read a receipt number from a shopper's phone. It counts only when the
 * provider confirms the attempt, like any other proof.
 */
export async function matchReceipt(
  container: MedusaContainer,
  { order_id, attempt_id, receipt, actor }: MatchReceipt
) {
  const ledger = mobileMoney(container)
  const awaited = await awaitedOf(container, order_id)
  const attempt = await ledger.attemptBy("id", attempt_id)
  if (!attempt || attempt.awaited_id !== awaited.id) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "This order has no such attempt.",
      "attempt_not_found"
    )
  }
  const holder = await ledger.attemptBy("receipt", receipt)
  if (holder && holder.id !== attempt.id) {
    throw refuse(
      "receipt_taken",
      `Receipt ${receipt} already belongs to another payment.`
    )
  }
  await ledger.writeEntry({
    awaited_id: awaited.id,
    attempt_id,
    what: "match_tried",
    actor,
    detail: { receipt },
  })
  const found = await findOut(container, attempt, {
    actor,
    source: "staff",
    hint: { receipt },
  })
  if (found === "busy") {
    throw inProgress(
      "This payment is being settled right now. Look again in a moment."
    )
  }
  if (["failed", "pending", "unknown"].includes(found)) {
    throw refuse(
      "not_confirmed",
      "The provider does not confirm this payment, so nothing was changed. Check the receipt number, or try again in a minute."
    )
  }
  return { found }
}

export type ResolveDifference = {
  id: string
  resolution: string
  actor: string
}

export type ReturnOrderMoney = {
  order_id: string
  way: "reversal" | "manual"
  amount?: number
  note?: string
  actor: string
}

const returnRefusals: Record<
  Extract<Requested, { refused: string }>["refused"],
  string
> = {
  not_paid: "There is no money of this payment to give back.",
  more_than_paid: "That is more than is left of this payment.",
  reversal_is_whole:
    "A reversal gives back the whole payment. For a part, send the money by hand and record it.",
  already_requested: "All of it is on its way back, or back, already.",
}

/** Gives money of an order back; a reversal is sent at once. */
export async function returnOrderMoney(
  container: MedusaContainer,
  { order_id, way, amount, note, actor }: ReturnOrderMoney
) {
  const ledger = mobileMoney(container)
  const awaited = await awaitedOf(container, order_id)
  const requested = await ledger.requestReturn({
    attempt_id: awaited.settled_by ?? "",
    way,
    cause: "refund",
    amount: amount ?? Number(awaited.amount),
    requested_by: actor,
    note,
  })
  if ("refused" in requested) {
    throw refuse(requested.refused, returnRefusals[requested.refused])
  }
  const { id } = requested.requested
  if (way === "manual") {
    // Staff record what they have done; there is nobody else to ask.
    await finishReturn(container, id, { state: "done", actor })
  } else {
    await sendReturns(container, 1, id)
  }
  return ledger.retrieveMoneyReturn(id)
}

/** Staff looked at a difference and say what became of it; once. */
export async function resolveDifference(
  container: MedusaContainer,
  { id, resolution, actor }: ResolveDifference
) {
  const ledger = mobileMoney(container)
  // It says that there is none, before anything is changed.
  await ledger.retrievePaymentDifference(id)
  if (!(await ledger.resolveDifference(id, resolution, actor))) {
    throw refuse("already_resolved", "Somebody has resolved this already.")
  }
}

/** A parked message is tried again, after its cause was mended. */
export async function retryMessage(
  container: MedusaContainer,
  { id }: { id: string }
) {
  const ledger = mobileMoney(container)
  await ledger.retrieveProviderEvent(id)
  if (!(await ledger.unparkEvent(id))) {
    throw refuse("not_parked", "This message is not parked.")
  }
  await processProviderEvent(container, id)
}

export type AskPhoneOfOrder = {
  order_id: string
  phone?: string
  started_by: string
}

/** The phone to ask, in its market's form; the last one unless another is given. */
export async function phoneFor(
  container: MedusaContainer,
  { order_id, phone }: AskPhoneOfOrder
) {
  const awaited = await awaitedOf(container, order_id)
  const said = phone ?? awaited.phone
  if (!said) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "This order has no phone number; give one.",
      "phone_required"
    )
  }
  const market = marketOf(awaited)
  const parsed = parsePhone(said, market?.country ?? "")
  if (!parsed.ok) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "That is not a phone number.",
      "invalid_phone"
    )
  }
  if (parsed.country !== market?.country) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `This method asks numbers of ${market?.name ?? "its own market"} only.`,
      "phone_not_supported"
    )
  }
  return parsed.e164
}

export type RegisterAddresses = { driver: string; phone: string }

/** Tells a provider where this shop hears of money, and asks for its books. */
export async function registerAddresses(
  container: MedusaContainer,
  { driver: name, phone }: RegisterAddresses
) {
  const driver = await mobileMoney(container).driver(name)
  const address = `${settings.BACKEND_URL}/hooks/paybill/${announcementToken(name)}`
  const announced = await driver.announceAt(address, phone)
  if (!announced.ok) {
    throw refuse("not_registered", `The provider refused: ${announced.detail}`)
  }
}

export type EndReturn = {
  id: string
  state: "done" | "failed"
  note: string
  actor: string
}

/** Staff saw on the provider's own pages how a return ended. */
export async function endReturnByHand(
  container: MedusaContainer,
  { id, state, note, actor }: EndReturn
) {
  const ledger = mobileMoney(container)
  const { sent_at } = await ledger.retrieveMoneyReturn(id)
  if (!sent_at) {
    throw refuse("not_sent", "This return was not sent yet.")
  }
  const ended = await finishReturn(
    container,
    id,
    state === "done" ? { state, actor } : { state, error: note, actor }
  )
  if (!ended) {
    throw refuse("already_ended", "This return has ended already.")
  }
}
