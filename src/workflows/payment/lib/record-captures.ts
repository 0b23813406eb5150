import type { CaptureDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

type Paid = { order_id: string; currency_code: string }

/** Writes captures into an order's books, those that are not there yet. */
export async function recordCaptures(
  container: MedusaContainer,
  { order_id, currency_code }: Paid,
  captures: CaptureDTO[]
) {
  if (!captures.length) {
    return
  }
  const orders = container.resolve(Modules.ORDER)
  const known = await orders.listOrderTransactions({
    order_id,
    reference_id: captures.map(({ id }) => id),
  })
  const missing = captures.filter(
    ({ id }) => !known.some(({ reference_id }) => reference_id === id)
  )
  if (missing.length) {
    await orders.addOrderTransactions(
      missing.map(({ id, amount }) => ({
        order_id,
        amount,
        currency_code,
        reference: "capture",
        reference_id: id,
      }))
    )
  }
}
