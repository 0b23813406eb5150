import {
  createOrdersStep,
  createRemoteLinkStep,
} from "@medusajs/medusa/core-flows"
import type { CreateOrderDTO, OrderDTO } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { type Delivery, deliverDemoOrdersStep } from "./deliver-orders"
import { bindDemoBoxesStep } from "./bind-boxes"
import { MARKER } from "./order-input"
import { type Bill, payDemoOrdersStep } from "./pay-orders"

/** How a parcel went that has arrived. */
export type Parcel = {
  location_id: string
  shipping_option_id: string
  packed_at: Date
  shipped_at: Date
  delivered_at: Date
  labels: { tracking_number: string; tracking_url: string; label_url: string }[]
  /** Inventory items by SKU. */
  inventory: Record<string, string>
}

export type PastOrder = {
  order: CreateOrderDTO
  promotion_id?: string
  paid_at?: Date
  parcel?: Parcel
}

type Pair = { past: PastOrder; order: OrderDTO }

export const importDemoOrdersWorkflowId = "import-demo-orders"

/**
 * Takes over many past orders at once, as from another shop: with their
 * dates, payments and parcels. It reserves nothing and moves no stock; what
 * is still to be sent needs a reservation afterwards.
 */
export const importDemoOrdersWorkflow = createWorkflow(
  importDemoOrdersWorkflowId,
  (input: PastOrder[]) => {
    const orders = createOrdersStep(
      transform({ input }, ({ input }) => input.map(({ order }) => order))
    )
    const pairs = transform({ input, orders }, toPairs)
    const billed = payDemoOrdersStep(transform({ pairs }, toBills))
    const delivered = deliverDemoOrdersStep(transform({ pairs }, toDeliveries))
    const links = transform({ pairs, billed, delivered }, (data) => [
      ...data.billed.map(({ order_id, payment_collection_id }) => ({
        [Modules.ORDER]: { order_id },
        [Modules.PAYMENT]: { payment_collection_id },
      })),
      ...data.delivered.map(({ order_id, fulfillment_id }) => ({
        [Modules.ORDER]: { order_id },
        [Modules.FULFILLMENT]: { fulfillment_id },
      })),
      ...data.pairs.flatMap(({ past: { promotion_id }, order }) =>
        promotion_id
          ? [
              {
                [Modules.ORDER]: { order_id: order.id },
                [Modules.PROMOTION]: { promotion_id },
              },
            ]
          : []
      ),
    ])
    createRemoteLinkStep(links)
    bindDemoBoxesStep(orders)
    return new WorkflowResponse(orders)
  }
)

/** Created orders come back in any order; the marker tells which is which. */
function toPairs({
  input,
  orders,
}: {
  input: PastOrder[]
  orders: OrderDTO[]
}) {
  return input.map((past): Pair => {
    const number = past.order.metadata?.[MARKER]
    const order = orders.find(({ metadata }) => metadata?.[MARKER] === number)
    if (!order) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Order ${number} of the demo shop was not created. Seed again.`
      )
    }
    return { past, order }
  })
}

function toBills({ pairs }: { pairs: Pair[] }) {
  return pairs.map(({ past: { paid_at }, order }): Bill => ({
    order_id: order.id,
    currency_code: order.currency_code,
    amount: Number(order.summary?.current_order_total ?? 0),
    paid_at,
  }))
}

function toDeliveries({ pairs }: { pairs: Pair[] }) {
  return pairs.flatMap(({ past: { parcel }, order }): Delivery[] => {
    if (!parcel) {
      return []
    }
    const { inventory, ...times } = parcel
    const { id: _id, ...address } = order.shipping_address ?? {}
    const items = order.items ?? []
    return [
      {
        order_id: order.id,
        lines: items.map(({ detail, quantity }) => ({
          id: detail.id,
          quantity: Number(quantity),
        })),
        fulfillment: {
          ...times,
          provider_id: "manual_manual",
          requires_shipping: true,
          delivery_address: address,
          items: items.map((item) => ({
            line_item_id: item.id,
            title: item.title,
            sku: item.variant_sku ?? "",
            barcode: "",
            quantity: Number(item.quantity),
            inventory_item_id: inventory[item.variant_sku ?? ""],
          })),
        },
      },
    ]
  })
}
