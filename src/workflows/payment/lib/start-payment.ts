import type { MedusaContainer } from "@medusajs/framework/types"
import { askPhoneWorkflow } from "../workflows/ask-phone"
import { expectPaymentWorkflow } from "../workflows/expect-payment"
import { mobileMoney } from "./resolve"

export type StartPayment = {
  order_id: string
  /** Else the one the shopper gave with the payment or the address. */
  phone?: string | null
  started_by: string
}

/** Somebody else asked this phone, or chose another way, in the same moment. */
const ASKED_ALREADY = [
  "prompt_open",
  "too_soon",
  "not_waiting_for_payment",
  "other_payment_method",
]

const codeOf = (error: unknown) => (error as { code?: string }).code ?? ""

/**
 * Begins the payment of an order that was just placed: waits for its money and
 * asks the phone once. Checkout, subscriber and job call it; whoever comes
 * first asks. It does nothing for an order that pays another way.
 */
export async function startPayment(
  container: MedusaContainer,
  { order_id, phone, started_by }: StartPayment
) {
  const { result: awaited } = await expectPaymentWorkflow(container).run({
    input: { order_id },
  })
  const number = phone ?? awaited?.phone
  if (awaited?.state !== "waiting" || !number) {
    return
  }
  const asked = await mobileMoney(container).listPaymentAttempts(
    { awaited_id: awaited.id },
    { take: 1, select: ["id"] }
  )
  if (asked.length) {
    return
  }
  try {
    await askPhoneWorkflow(container).run({
      input: { order_id, phone: number, started_by },
    })
  } catch (error) {
    if (!ASKED_ALREADY.includes(codeOf(error))) {
      throw error
    }
  }
}
