import type { MedusaContainer } from "@medusajs/framework/types"
import { type MarketCode, markets } from "../../../../markets"
import { type OrderPlan, type OrderState } from "../plan"
import type { Surroundings } from "../surroundings"
import {
  importDemoOrdersWorkflow,
  type Parcel,
  type PastOrder,
} from "./import-orders"
import { MARKER, toOrderInput } from "./order-input"
import type { PriceBook } from "./price-book"

/** States whose parcel arrived, whatever happened afterwards. */
export const arrivedStates: ReadonlySet<OrderState> = new Set<OrderState>([
  "delivered",
  "returned",
  "partly-refunded",
  "refunded",
])

const unpaidStates: ReadonlySet<OrderState> = new Set<OrderState>([
  "pending",
  "cancelled",
])

/** Imports planned orders; answers with their ids by their plan's number. */
export async function importBatch(
  container: MedusaContainer,
  plans: readonly OrderPlan[],
  books: Record<MarketCode, PriceBook>,
  surroundings: Surroundings
): Promise<Map<number, string>> {
  const { result } = await importDemoOrdersWorkflow(container).run({
    input: plans.map((plan): PastOrder => ({
      order: toOrderInput(plan, books[plan.market], surroundings),
      promotion_id: surroundings.promotions.get(plan.coupon ?? ""),
      paid_at: unpaidStates.has(plan.state) ? undefined : plan.at.paid,
      parcel: arrivedStates.has(plan.state)
        ? parcelOf(plan, surroundings)
        : undefined,
    })),
  })
  return new Map(
    result.map(({ id, metadata }) => [Number(metadata?.[MARKER]), id])
  )
}

function parcelOf(
  plan: OrderPlan,
  { locations, shipping, variants }: Surroundings
): Parcel {
  return {
    location_id: locations[plan.market],
    shipping_option_id: shipping[plan.market][plan.shipping],
    packed_at: plan.at.fulfilled,
    shipped_at: plan.at.shipped,
    delivered_at: plan.at.delivered,
    labels: [labelOf(plan)],
    inventory: Object.fromEntries(
      plan.items.map(({ sku }) => [
        sku,
        variants.get(sku)?.inventoryItemId ?? "",
      ])
    ),
  }
}

/** The parcel's number, and where the market's courier shows its way. */
export function labelOf({ market, tracking }: OrderPlan) {
  const courier = markets[market].couriers.find(
    ({ tracking_url }) => tracking_url
  )
  return {
    tracking_number: tracking,
    tracking_url: courier?.tracking_url?.replace("{number}", tracking) ?? "",
    label_url: "",
  }
}
