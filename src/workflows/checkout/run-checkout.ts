import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { refreshCartItemsWorkflow } from "@medusajs/medusa/core-flows"
import { killPoint } from "../../lib/kill-point"
import {
  type CheckoutPayment,
  type PaidThing,
  paymentPort,
  paymentViewOf,
} from "./payment-port"
import { codesRefusal, isCodeProblem } from "./plan/codes"
import { stockRefusal, summed } from "./plan/lines"
import { linesOfCart, readCart, readSalesChannel } from "./plan/read"
import { inProgress, isLocked } from "../locked"
import type { Refusal } from "../refusal"
import type { CheckoutInput } from "./types"
import { checkoutWorkflow } from "./workflows/checkout"
import { startCheckoutPaymentWorkflow } from "./workflows/start-payment"

export type CheckoutOutcome = {
  cart_id: string | null
  order_id: string | null
  placed: boolean
  payment: CheckoutPayment
}

/** What a cart still waits for: the card that was not confirmed yet. */
async function paymentOfCart(container: MedusaContainer, id: string) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "cart",
      fields: [
        "total",
        "currency_code",
        "payment_collection.status",
        "payment_collection.payment_sessions.*",
      ],
      filters: { id },
    })
  const { payment_collection, ...cart } = data[0] as unknown as PaidThing & {
    payment_collection: NonNullable<PaidThing["payment_collections"]>[number]
  }
  return paymentViewOf({ ...cart, payment_collections: [payment_collection] })
}

/** An order exists; whatever goes wrong with asking for its money, it stays. */
async function startPayment(
  container: MedusaContainer,
  order: { order_id: string; phone: string | null }
) {
  try {
    await startCheckoutPaymentWorkflow(container).run({ input: order })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `The payment of ${order.order_id} could not be started; it can be started again. ${(error as Error).message}`
      )
  }
}

/** Core says "not allowed" of a reservation, and names no line elsewhere. */
const isVague = ({ type, code, details }: Partial<Refusal>) =>
  !details &&
  type === MedusaError.Types.NOT_ALLOWED &&
  (!code || code === MedusaError.Codes.INSUFFICIENT_INVENTORY)

/**
 * A cart that was refused because its boxes have changed is brought up to
 * date, so that looking at it again, and paying it, is all there is to do.
 */
async function refreshed(
  container: MedusaContainer,
  { cart_id }: CheckoutInput,
  error: unknown
) {
  const { code } = error as Partial<Refusal>
  if (cart_id && code === "original_box_changed") {
    await refreshCartItemsWorkflow(container).run({ input: { cart_id } })
  }
}

/** Core only says that something is short; the shopper wants to know what. */
async function explained(
  container: MedusaContainer,
  input: CheckoutInput,
  error: unknown
): Promise<unknown> {
  if (isLocked(error)) {
    return inProgress(
      "This cart is being checked out right now. Repeat the call shortly."
    )
  }
  if (isCodeProblem(error as Partial<Refusal>)) {
    return codesRefusal(container, input)
  }
  if (!isVague(error as Partial<Refusal>)) {
    return error
  }
  const { cart_id, items = [], caller } = input
  const cart = cart_id ? await readCart(container, cart_id, caller) : undefined
  const channel =
    cart?.sales_channel_id ??
    (await readSalesChannel(container, caller.sales_channel_ids))
  const lines = summed(cart ? linesOfCart(cart) : items)
  return (await stockRefusal(container, channel, lines)) ?? error
}

/** How long a second checkout of a cart waits for the first, in seconds. */
const PATIENCE = 30

/**
 * One checkout of a cart at a time, over all servers: the second one finds the
 * order of the first instead of a cart that is being changed under it.
 */
const inTurn = <T>(
  container: MedusaContainer,
  cart_id: string | undefined,
  work: () => Promise<T>
) =>
  cart_id
    ? container
        .resolve(Modules.LOCKING)
        .execute(`checkout ${cart_id}`, work, { timeout: PATIENCE })
    : work()

/**
 * The checkout and what follows it: the order is committed first, then its
 * money is asked for.
 */
export async function runCheckout(
  container: MedusaContainer,
  input: CheckoutInput
): Promise<CheckoutOutcome> {
  const { result } = await inTurn(container, input.cart_id, () =>
    checkoutWorkflow(container).run({ input })
  ).catch(async (error: unknown) => {
    await refreshed(container, input, error)
    throw await explained(container, input, error)
  })
  const { cart_id, order_id, placed, phone } = result
  if (!order_id) {
    const payment = await paymentOfCart(container, String(cart_id))
    return { cart_id, order_id: null, placed: false, payment }
  }
  killPoint("checkout-order-committed")
  if (placed) {
    await startPayment(container, { order_id, phone })
  }
  const payment = await paymentPort.view(container, order_id)
  return { cart_id, order_id, placed, payment }
}
