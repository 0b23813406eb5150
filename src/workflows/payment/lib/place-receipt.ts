import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AttemptRow } from "../../../modules/mobile-money/ledger/rows"
import { findOut, settle } from "./find-out"
import type { Handled } from "./handled"
import { mobileMoney } from "./resolve"

export type Receipt = {
  receipt: string
  amount: number
  currency_code: string
  reference?: string
  payer?: string
}

/**
 * Money that arrived without its prompt being named. It is the receipt of an
 * attempt, or of nobody; a guess by amount alone is none.
 *
 * An announcement is believed when the provider confirms the attempt. A line
 * of the books is the provider's own answer to a question of ours, so it also
 * proves an attempt whose name was lost with the answer to its prompt.
 */
export async function placeReceipt(
  container: MedusaContainer,
  driver: string,
  message: Receipt,
  { books = false } = {}
): Promise<Handled> {
  const ledger = mobileMoney(container)
  if (await ledger.attemptBy("receipt", message.receipt)) {
    return { done: "known" }
  }
  const order_id = await orderOf(container, message.reference)
  const awaited = order_id ? await ledger.awaitedOf(order_id) : undefined
  const candidates = (
    awaited
      ? await ledger.listPaymentAttempts({ awaited_id: awaited.id, driver })
      : []
  ).filter(
    ({ receipt, amount }) =>
      receipt === null && Number(amount) === message.amount
  )
  for (const { id } of candidates) {
    const attempt = await ledger.attemptBy("id", id)
    const found = attempt && (await proveBy(container, attempt, message, books))
    if (found === "settled" || found === "surplus") {
      return { done: found }
    }
  }
  if (candidates.length) {
    return { later: "Its order waits for money, but no attempt is paid yet." }
  }
  // Another server may have placed it since the first look.
  if (await ledger.attemptBy("receipt", message.receipt)) {
    return { done: "known" }
  }
  await ledger.reportDifference({
    driver,
    kind: "missing_here",
    reference: message.receipt,
    order_id,
    amount: message.amount,
    currency_code: message.currency_code,
    detail: { reference: message.reference, payer: message.payer },
  })
  return { done: "orphan" }
}

function proveBy(
  container: MedusaContainer,
  attempt: AttemptRow,
  { receipt, amount, currency_code }: Receipt,
  books: boolean
) {
  const hint = { receipt, amount, currency_code }
  return books && attempt.provider_reference === null
    ? settle(container, {
        attempt_id: attempt.id,
        ...hint,
        actor: "job",
        source: "books",
      })
    : findOut(container, attempt, {
        actor: books ? "job" : "provider",
        source: "receipt",
        hint,
      })
}

/** A prompt carries the order's number; a person may type anything. */
async function orderOf(container: MedusaContainer, reference = "") {
  if (!/^\d{1,9}$/.test(reference)) {
    return undefined
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id"],
      filters: { display_id: reference },
    })
  return data[0]?.id as string | undefined
}
