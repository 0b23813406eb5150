import { checkoutBed, type CheckoutReply } from "./bed"
import { newPhone, promptOn } from "../mobile-money/bed"
import type { Shop } from "../../support"
import { payByCard } from "../storefront/card"

export type Paying = {
  payment: CheckoutReply["payment"] & { methods: string[] }
  code?: string
  details?: { field: string }[]
}

export type Placed = {
  id: string
  total: number
  phone: string
  variant: string
  token: string
}

/** Two pieces at 250 shillings each, placed to be paid like this. */
export const payAgainBed = (shop: Shop) => {
  const { body, checkout, variantOf } = checkoutBed(shop)

  async function placed(
    method: "mpesa" | "cash",
    changes: Record<string, unknown> = {}
  ): Promise<Placed> {
    const phone = newPhone()
    const variant = await variantOf({ prices: { kes: 250 }, stock: 5 })
    const reply = await checkout(
      await body({
        items: [{ variant_id: variant, quantity: 2 }],
        phone: `+${phone}`,
        payment: { method },
        ...changes,
      })
    )
    expect(reply).toMatchObject({ status: 201 })
    const { order, order_token: token } = reply.body
    return {
      id: order?.id ?? "",
      total: order?.total ?? 0,
      phone,
      variant,
      token,
    }
  }

  const headersOf = ({ token }: Placed) => ({ "x-order-token": token })
  const look = async (order: Placed) =>
    (
      await shop.store<Paying>(`/orders/${order.id}/payment`, {
        headers: headersOf(order),
      })
    ).body.payment
  const pay = (order: Placed, sent: object = {}) =>
    shop.store<Paying>(`/orders/${order.id}/payment`, {
      body: sent,
      headers: headersOf(order),
    })

  /** The phone rang, and the shopper said no. */
  async function declinedOrder() {
    const order = await placed("mpesa")
    const prompt = await promptOn(shop, order.phone)
    await shop.sim.answer(order.phone, prompt.id, { action: "cancel" })
    await shop.sim.idle("daraja")
    return order
  }

  const secretOf = ({ payment }: Paying) =>
    payment.next?.type === "confirm_card" ? payment.next.client_secret : ""
  const confirm = (answer: Paying) =>
    payByCard(shop.simulators, secretOf(answer))

  return { placed, declinedOrder, look, pay, confirm, secretOf }
}

/** Everything that is written down about how an order is paid. */
export async function moneyOf(
  shop: Pick<Shop, "sql">,
  { id }: Pick<Placed, "id">
) {
  const rows = <Row extends object>(text: string) =>
    shop.sql<Row & Record<string, unknown>>(text, [id])
  const [wait] = await rows<{
    driver: string
    state: string
    endless: boolean
  }>(
    `select driver, state, expires_at is null as endless
     from awaited_payment where order_id = $1`
  )
  const sessions = await rows<{ session: string }>(
    `select s.provider_id || ' ' || s.status as session
     from order_payment_collection l
     join payment_session s on s.payment_collection_id = l.payment_collection_id
     where l.order_id = $1 and s.deleted_at is null order by 1`
  )
  const payments = await rows<{ payment: string }>(
    `select p.provider_id || case when p.canceled_at is not null
         then ' cancelled' when p.captured_at is not null then ' captured'
         else ' held' end as payment
     from order_payment_collection l
     join payment p on p.payment_collection_id = l.payment_collection_id
     where l.order_id = $1 order by 1`
  )
  const cash = await rows<{ state: string }>(
    `select state from cash_collection
     where order_id = $1 and deleted_at is null`
  )
  const attempts = await rows<{ state: string }>(
    `select a.state from payment_attempt a
     join awaited_payment w on w.id = a.awaited_id
     where w.order_id = $1 order by a.number`
  )
  return {
    wait,
    sessions: sessions.map(({ session }) => session),
    payments: payments.map(({ payment }) => payment),
    cash: cash.map(({ state }) => state),
    attempts: attempts.map(({ state }) => state),
  }
}

/** What the ledger says happened to an order's money, in its order. */
export const entriesOf = async (
  shop: Pick<Shop, "sql">,
  { id }: Pick<Placed, "id">
) =>
  (
    await shop.sql<{ what: string }>(
      `select e.what from ledger_entry e
       join awaited_payment w on w.id = e.awaited_id
       where w.order_id = $1 order by e.created_at, e.id`,
      [id]
    )
  ).map(({ what }) => what)
