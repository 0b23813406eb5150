import type {
  MedusaContainer,
  PaymentSessionDTO,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { killPoint } from "../../../lib/kill-point"
import { methodOfProvider, paymentMethod } from "../../../markets"
import type { AwaitedRow } from "../../../modules/mobile-money/ledger/rows"
import { ORDER_DESK_MODULE } from "../../../modules/order-desk"
import type { OrderDeskService } from "../../../modules/order-desk/service"
import { announceEnds } from "./announce"
import { providerOf, readOrderMoney } from "./read-order"
import { mobileMoney } from "./resolve"
import { closeSession } from "./return-card"

/** Which kind of method stands behind a provider of the payment module. */
export const kindOfProvider = (provider: string) => {
  const method = methodOfProvider(provider)
  return method && paymentMethod(method).kind
}

const paidBy = ({ settled_by, driver }: AwaitedRow) => {
  const provider = providerOf(driver)
  return ({ id, provider_id, payment }: PaymentSessionDTO) =>
    id === settled_by || (provider_id === provider && Boolean(payment))
}

/**
 * When a wait is over, every other way of paying is shut: nothing is due at
 * the door of an order that is paid, and no card can be confirmed any more.
 */
async function closeOtherWays(container: MedusaContainer, awaited: AwaitedRow) {
  const isPaid = awaited.state === "paid"
  const keeps = isPaid ? paidBy(awaited) : undefined
  const sessions = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions(
      { payment_collection_id: awaited.payment_collection_id },
      { relations: ["payment"] }
    )
  const others = sessions.filter(
    (session) =>
      !keeps?.(session) &&
      // Of a cancelled order only what the shopper could still confirm.
      (isPaid || kindOfProvider(session.provider_id) === "card")
  )
  for (const session of others) {
    await closeSession(container, awaited, session)
  }
  if (isPaid) {
    const desk: OrderDeskService = container.resolve(ORDER_DESK_MODULE)
    await desk.withdrawCash(awaited.order_id)
  }
}

/** Safe to run again after a crash in the middle. */
export async function close(container: MedusaContainer, awaited: AwaitedRow) {
  const ledger = mobileMoney(container)
  if (awaited.state !== "paid") {
    const order = await readOrderMoney(container, awaited.order_id)
    if (order.status !== "canceled") {
      await cancelOrderWorkflow(container).run({
        input: { order_id: order.id, no_notification: true },
      })
    }
    killPoint("mobile-money: order cancelled")
  }
  await closeOtherWays(container, awaited)
  await ledger.markClosed(awaited.id)
  await announceEnds(container, awaited.id)
}

/** A provider that is away does not hold up an order; the job closes later. */
export async function tryClose(container: MedusaContainer, id: string) {
  const claimed = await mobileMoney(container).claimUnclosed(1, id)
  for (const awaited of claimed) {
    await close(container, awaited).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`Other ways to pay ${awaited.order_id} stay open: ${reason}`)
    })
  }
}
