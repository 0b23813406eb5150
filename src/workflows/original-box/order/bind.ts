import type {
  MedusaContainer,
  OrderLineItemDTO,
} from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { canonicalJson } from "../../../lib/canonical-json"
import type {
  CartBoxDTO,
  OrderBoxDTO,
} from "../../../modules/original-box/types"
import { BOUND_KEY, NOTICES_KEY, REMOVED } from "../lib/metadata"
import { boxesOf } from "../lib/service"
import { reserveBox } from "./reserve"

export type PairedLine = Pick<
  OrderLineItemDTO,
  "id" | "variant_id" | "metadata"
> & {
  quantity: unknown
  requires_shipping?: boolean
}

export type BoundOrder = { bound: string[]; reservations: string[] }

/** Core gives the lines of an order new ids; what they are stays the same. */
const isSameThing = (one: PairedLine, two: PairedLine) =>
  one.variant_id === two.variant_id &&
  Number(one.quantity) === Number(two.quantity) &&
  canonicalJson(one.metadata ?? {}) === canonicalJson(two.metadata ?? {})

/** Which line of the order is whose box. */
export function pairs(
  bound: readonly CartBoxDTO[],
  cart_lines: readonly PairedLine[],
  order_lines: readonly PairedLine[]
): { watch: PairedLine; box: PairedLine }[] {
  const taken = new Set<string>()
  return bound.map(({ watch_line_id }) => {
    const held = cart_lines.find(({ id }) => id === watch_line_id)
    const watch = order_lines.find(
      (line) => held && !taken.has(line.id) && isSameThing(line, held)
    )
    const box = order_lines.find(
      ({ variant_id, metadata }) =>
        !variant_id && metadata?.[BOUND_KEY] === watch_line_id
    )
    if (!watch || !box) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `The order has no pair for the line ${watch_line_id}.`
      )
    }
    taken.add(watch.id)
    return { watch, box }
  })
}

async function readOrder(container: MedusaContainer, cart_id: string) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order_cart",
      fields: ["order_id"],
      filters: { cart_id },
    })
  return container
    .resolve(Modules.ORDER)
    .retrieveOrder((data as { order_id: string }[])[0].order_id, {
      select: ["id", "sales_channel_id", "metadata"],
      relations: ["items"],
    })
}

async function itemsOf(
  container: MedusaContainer,
  lines: readonly OrderLineItemDTO[]
): Promise<Map<string, string>> {
  const products = lines.flatMap(({ product_id }) => product_id ?? [])
  const offers = await boxesOf(container).listOriginalBoxes({
    product_id: [...new Set(products)],
  })
  return new Map(
    offers.flatMap(({ product_id, inventory_item_id }) =>
      inventory_item_id ? [[product_id, inventory_item_id]] : []
    )
  )
}

/** A box of an order names its watch by the id it has there. */
export async function writePairs(
  container: MedusaContainer,
  order_id: string,
  found: readonly { watch: PairedLine; box: PairedLine }[],
  itemOf: (watch: PairedLine) => string | null
): Promise<OrderBoxDTO[]> {
  await container.resolve(Modules.ORDER).updateOrderLineItems(
    found.map(({ watch, box }) => ({
      selector: { id: box.id },
      data: {
        // With the quantity core also writes the version of the line, which
        // has the last word over its metadata.
        quantity: Number(box.quantity),
        requires_shipping: watch.requires_shipping ?? true,
        metadata: { [BOUND_KEY]: watch.id },
      },
    }))
  )
  return boxesOf(container).createOrderBoxes(
    found.map(({ watch, box }) => ({
      order_id,
      watch_line_id: watch.id,
      box_line_id: box.id,
      inventory_item_id: itemOf(watch),
    }))
  )
}

/**
 * Takes the boxes of a cart over to its order, with their stock. A later
 * failure takes the order itself back; what is left then is in the answer.
 */
export async function bindOrderBoxes(
  container: MedusaContainer,
  cart_id: string
): Promise<BoundOrder | null> {
  const bound = await boxesOf(container).listCartBoxes({ cart_id })
  if (!bound.length) {
    return null
  }
  const [order, cart_lines] = await Promise.all([
    readOrder(container, cart_id),
    container
      .resolve(Modules.CART)
      .listLineItems(
        { cart_id },
        { select: ["id", "variant_id", "quantity", "metadata"], take: null }
      ),
  ])
  const lines = order.items ?? []
  const items = await itemsOf(container, lines)
  const productOf = new Map(lines.map((line) => [line.id, line.product_id]))
  const boxes = await writePairs(
    container,
    order.id,
    pairs(bound, cart_lines as PairedLine[], lines),
    ({ id }) => items.get(productOf.get(id) ?? "") ?? null
  )
  const written: BoundOrder = {
    bound: boxes.map(({ id }) => id),
    reservations: [],
  }
  try {
    if (order.metadata?.[NOTICES_KEY]) {
      await container
        .resolve(Modules.ORDER)
        .updateOrders([{ id: order.id, metadata: { [NOTICES_KEY]: REMOVED } }])
    }
    for (const box of boxes) {
      const line = lines.find(({ id }) => id === box.box_line_id)
      const made = await reserveBox(container, box, {
        quantity: Number(line?.quantity),
        sales_channel_id: order.sales_channel_id,
      })
      written.reservations.push(...made)
    }
    return written
  } catch (error) {
    await unbindOrderBoxes(container, written)
    throw error
  }
}

export async function unbindOrderBoxes(
  container: MedusaContainer,
  { bound, reservations }: BoundOrder
): Promise<void> {
  if (reservations.length) {
    await container
      .resolve(Modules.INVENTORY)
      .deleteReservationItems(reservations)
  }
  await boxesOf(container).deleteOrderBoxes(bound)
}
