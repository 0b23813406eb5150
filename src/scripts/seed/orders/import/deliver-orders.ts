import type { CreateFulfillmentDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inParallel } from "../../parallel"

const AT_ONCE = 4

export type Delivery = {
  order_id: string
  /** The order's own rows of its lines, and how much of each. */
  lines: { id: string; quantity: number }[]
  fulfillment: CreateFulfillmentDTO
}

export type DeliveredOrder = { order_id: string; fulfillment_id: string }

/** A method the module generates for its table but does not declare. */
type OrderItems = {
  updateOrderItems(
    rows: {
      id: string
      fulfilled_quantity: number
      shipped_quantity: number
      delivered_quantity: number
    }[]
  ): Promise<unknown>
}

export const deliverDemoOrdersStepId = "deliver-demo-orders"

/** Parcels that arrived long ago. Their goods left the stock then, too. */
export const deliverDemoOrdersStep = createStep(
  deliverDemoOrdersStepId,
  async (deliveries: Delivery[], { container }) => {
    const fulfillment = container.resolve(Modules.FULFILLMENT)
    const delivered = await inParallel(
      deliveries,
      AT_ONCE,
      async ({ order_id, fulfillment: parcel }): Promise<DeliveredOrder> => {
        const { id } = await fulfillment.createFulfillment(parcel)
        return { order_id, fulfillment_id: id }
      }
    )
    const order = container.resolve(Modules.ORDER) as unknown as OrderItems
    await order.updateOrderItems(
      deliveries.flatMap(({ lines }) =>
        lines.map(({ id, quantity }) => ({
          id,
          fulfilled_quantity: quantity,
          shipped_quantity: quantity,
          delivered_quantity: quantity,
        }))
      )
    )
    return new StepResponse(
      delivered,
      delivered.map(({ fulfillment_id }) => fulfillment_id)
    )
  },
  async (ids, { container }) => {
    const fulfillment = container.resolve(Modules.FULFILLMENT)
    for (const id of ids ?? []) {
      // The module lets nobody delete a parcel that is on its way.
      const unsent = { shipped_at: null, delivered_at: null }
      await fulfillment.updateFulfillment(id, unsent)
      await fulfillment.cancelFulfillment(id)
      await fulfillment.deleteFulfillment(id)
    }
  }
)
