import type { Locator } from "playwright-core"
import { darajaFaults } from "../../../simulators/daraja/faults"
import { checkoutBed } from "../../http/checkout/bed"
import {
  eventually,
  newPhone,
  promptOn,
  stateOf,
} from "../../http/mobile-money/bed"
import type { Shop } from "../../support"
import type { TestPage } from "../../support/browser"

export const PAYMENTS = "/admin/mobile-payments"

export const storyOf = (page: TestPage): Locator =>
  page.getByRole("region", { name: "Mobile payment" })

let product: Promise<string> | undefined

/** An order of one product, whose phone is asked for its money. */
export async function phoneOrder(shop: Shop) {
  const { body, checkout, variantOf } = checkoutBed(shop)
  product ??= variantOf({ prices: { kes: 250 }, stock: 500 })
  const phone = newPhone()
  const { status, body: placed } = await checkout(
    await body({
      items: [{ variant_id: await product, quantity: 1 }],
      phone: `+${phone}`,
      payment: { method: "mpesa" },
    })
  )
  if (status !== 201 || !placed.order) {
    throw new Error(`No order: ${JSON.stringify(placed)}`)
  }
  return { order: placed.order, phone }
}

/** An order its shopper has paid with the phone. */
export async function paidOrder(shop: Shop) {
  const placed = await phoneOrder(shop)
  const prompt = await promptOn(shop, placed.phone)
  await shop.sim.answer(placed.phone, prompt.id, { action: "approve" })
  await stateOf(shop, placed.order.id, "paid")
  return placed
}

/** An order whose shopper pressed cancel; the phone may be asked again. */
export async function cancelledOrder(shop: Shop) {
  const placed = await phoneOrder(shop)
  const prompt = await promptOn(shop, placed.phone)
  await shop.sim.answer(placed.phone, prompt.id, { action: "cancel" })
  await eventually("the failure", async () => {
    const [attempt] = await shop.sql<{ state: string }>(
      `select a.state from payment_attempt a
       join awaited_payment w on w.id = a.awaited_id where w.order_id = $1`,
      [placed.order.id]
    )
    return attempt?.state === "failed"
  })
  return placed
}

/** The phone has paid, its message was lost, and no job asks for it either. */
export async function unheardOrder(shop: Shop) {
  await shop.sim.faults("daraja", [
    darajaFaults.lostCallback,
    darajaFaults.lostAnnouncement,
  ])
  const placed = await phoneOrder(shop)
  await shop.sql(
    `update payment_attempt set next_check_at = now() + interval '1 hour'
     where awaited_id = (select id from awaited_payment where order_id = $1)`,
    [placed.order.id]
  )
  const prompt = await promptOn(shop, placed.phone)
  await shop.sim.answer(placed.phone, prompt.id, { action: "approve" })
  await shop.sim.idle("daraja")
  return placed
}

/** Made when the first test asks for it; for tests that only look. */
export function onlyOnce<T>(make: () => Promise<T>) {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

export const rested = (shop: Shop, orderId: string) =>
  shop.sql(
    `update payment_attempt set ended_at = now() - interval '5 minutes'
     where awaited_id = (select id from awaited_payment where order_id = $1)`,
    [orderId]
  )
