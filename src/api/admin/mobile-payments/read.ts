import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { maskPhone } from "../../../lib/phone"
import {
  MOBILE_MONEY,
  type MobileMoneyService,
} from "../../../modules/mobile-money"
import type { AdminExportMobilePaymentsParams } from "./validators"
import {
  type AdminMobilePayment,
  asWritten,
  attemptSchema,
  differenceView,
  mobilePaymentSchema,
  returnSchema,
} from "./view"

export const ledgerOf = (container: MedusaContainer) =>
  container.resolve<MobileMoneyService>(MOBILE_MONEY)

type Order = { id: string; display_id: number; email: string | null }

async function ordersWhere(
  container: MedusaContainer,
  filters: Record<string, unknown>
) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: ["id", "display_id", "email"], filters })
  return data as unknown as Order[]
}

/** A number of an order, a part of a phone, or a receipt. */
async function search(container: MedusaContainer, q: string) {
  const digits = q.replace(/^#/, "")
  const orders = /^\d{1,9}$/.test(digits)
    ? await ordersWhere(container, { display_id: digits })
    : []
  const phone = q.replace(/[^\d]/g, "").replace(/^0/, "")
  return [
    { order_id: [q, ...orders.map(({ id }) => id)] },
    { attempts: { receipt: q.toUpperCase() } },
    ...(phone.length >= 4
      ? [{ attempts: { phone: { $like: `%${phone}%` } } }]
      : []),
  ]
}

export async function filtersOf(
  container: MedusaContainer,
  { q, state, driver, from, to }: AdminExportMobilePaymentsParams
) {
  return {
    ...(state ? { state } : {}),
    ...(driver ? { driver } : {}),
    ...(from || to
      ? {
          created_at: {
            ...(from ? { $gte: new Date(from) } : {}),
            ...(to ? { $lt: new Date(to) } : {}),
          },
        }
      : {}),
    ...(q ? { $or: await search(container, q) } : {}),
  }
}

type Page = { take: number; skip: number }

/** Mobile payments as staff see them, newest first; phones are masked. */
export async function readMobilePayments(
  container: MedusaContainer,
  filters: Record<string, unknown>,
  { take, skip }: Page
): Promise<[AdminMobilePayment[], number]> {
  const [rows, count] = await ledgerOf(container).listAndCountAwaitedPayments(
    filters,
    {
      relations: ["attempts", "attempts.returns"],
      order: { created_at: "DESC", id: "DESC" },
      take,
      skip,
    }
  )
  const orders = rows.length
    ? await ordersWhere(container, { id: rows.map(({ order_id }) => order_id) })
    : []
  const byId = new Map(orders.map((order) => [order.id, order]))
  const seen = rows.map((row) => {
    const attempts = [...row.attempts].sort((a, b) => a.number - b.number)
    const order = byId.get(row.order_id)
    return mobilePaymentSchema.parse({
      ...asWritten(row),
      amount: Number(row.amount),
      display_id: order?.display_id ?? null,
      email: order?.email ?? null,
      attempts: attempts.map((attempt) =>
        attemptSchema.parse({
          ...asWritten(attempt),
          amount: Number(attempt.amount),
          phone: maskPhone(attempt.phone),
        })
      ),
      returns: attempts.flatMap(({ id, returns }) =>
        returns.map((returned) =>
          returnSchema.parse({
            ...asWritten(returned),
            attempt_id: id,
            amount: Number(returned.amount),
          })
        )
      ),
    })
  })
  return [seen, count]
}

type AboutAttempt = {
  amount: unknown
  attempt_id: string | null
  order_id: string | null
}

/** Differences as staff see them; one about an attempt is about its order. */
export async function withOrders(
  container: MedusaContainer,
  differences: readonly AboutAttempt[]
) {
  const ids = differences.flatMap(({ attempt_id, order_id }) =>
    attempt_id && !order_id ? [attempt_id] : []
  )
  const attempts = ids.length
    ? await ledgerOf(container).listPaymentAttempts(
        { id: ids },
        { relations: ["awaited"] }
      )
    : []
  const orders = new Map(attempts.map((it) => [it.id, it.awaited.order_id]))
  return differences.map((row) =>
    differenceView({
      ...row,
      order_id: row.order_id ?? orders.get(row.attempt_id ?? "") ?? null,
    })
  )
}
