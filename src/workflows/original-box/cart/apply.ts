import type {
  CartLineItemDTO,
  CreateLineItemForCartDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { upsertTaxLinesWorkflow } from "@medusajs/medusa/core-flows"
import type { CartBoxDTO } from "../../../modules/original-box/types"
import { settings } from "../../../settings"
import { BOUND_KEY, NOTICES_KEY, REMOVED, REQUEST_KEY } from "../lib/metadata"
import { boxesOf } from "../lib/service"
import type { BoxCart, BoxCartLine, BoxChanges, BoxLine } from "./types"

/** What was written, for the case that something fails later. */
export type WrittenBoxes = {
  created: string[]
  updated: { id: string; before: Partial<BoxLine> }[]
  removed: string[]
  unbound: CartBoxDTO[]
  bound: string[]
  forgotten: string[]
  /** The cart and the notices it had; null when they were left alone. */
  notices: { cart_id: string; before: unknown } | null
}

const NOTHING: WrittenBoxes = {
  created: [],
  updated: [],
  removed: [],
  unbound: [],
  bound: [],
  forgotten: [],
  notices: null,
}

const newLine = (
  cart_id: string,
  watch: BoxCartLine,
  line: BoxLine
): CreateLineItemForCartDTO => ({
  cart_id,
  ...line,
  subtitle: line.subtitle ?? undefined,
  thumbnail: line.thumbnail ?? undefined,
  compare_at_unit_price: line.compare_at_unit_price ?? undefined,
  // Tax rules go by the product of a line; without one the default rate holds.
  ...(settings.ORIGINAL_BOX_TAXED_AS === "watch"
    ? {
        product_id: watch.product_id ?? undefined,
        product_type_id: watch.product_type_id ?? undefined,
      }
    : {}),
  product_title: watch.product_title ?? undefined,
  product_handle: watch.product_handle ?? undefined,
  // Its watch asks for the delivery: completing a cart, core looks for the
  // shipping profile of each line's variant, and a box has none. The line of
  // the order is shipped as its watch is.
  requires_shipping: false,
  // Core throws lines with a custom price away when the region changes.
  is_custom_price: false,
  metadata: { [BOUND_KEY]: watch.id },
})

const setLines = async (
  container: MedusaContainer,
  lines: readonly { id: string; data: object }[]
) => {
  if (lines.length) {
    await container
      .resolve(Modules.CART)
      .updateLineItems(
        lines.map(({ id, data }) => ({ selector: { id }, data }))
      )
  }
}

/** These lines ask for their box, whatever they say now. */
export const askAgain = (container: MedusaContainer, ids: readonly string[]) =>
  setLines(
    container,
    ids.map((id) => ({ id, data: { metadata: { [REQUEST_KEY]: true } } }))
  )

async function createLines(
  container: MedusaContainer,
  cart: BoxCart,
  create: BoxChanges["create"],
  written: WrittenBoxes
) {
  if (!create.length) {
    return
  }
  const lines: CartLineItemDTO[] = await container
    .resolve(Modules.CART)
    .addLineItems(
      create.map(({ watch, line }) => newLine(cart.id, watch, line))
    )
  written.created.push(...lines.map(({ id }) => id))
  const made = await boxesOf(container).createCartBoxes(
    lines.map(({ id, metadata }) => ({
      cart_id: cart.id,
      watch_line_id: String(metadata?.[BOUND_KEY]),
      box_line_id: id,
      currency_code: cart.currency_code,
    }))
  )
  written.bound.push(...made.map(({ id }) => id))
  // Core taxes the lines it was told of, and it was not told of these.
  await upsertTaxLinesWorkflow(container).run({
    input: { cart_id: cart.id, items: lines, shipping_methods: [] },
  })
}

/** The currency a bound box was last priced in. */
async function rememberCurrency(
  container: MedusaContainer,
  { currency_code }: BoxCart,
  bound: readonly CartBoxDTO[]
) {
  const stale = bound.filter((one) => one.currency_code !== currency_code)
  if (stale.length) {
    await boxesOf(container).updateCartBoxes(
      stale.map(({ id }) => ({ id, currency_code }))
    )
  }
}

async function write(
  container: MedusaContainer,
  cart: BoxCart,
  changes: BoxChanges,
  written: WrittenBoxes
) {
  const carts = container.resolve(Modules.CART)
  const boxes = boxesOf(container)
  if (changes.unbind.length) {
    await boxes.deleteCartBoxes(changes.unbind.map(({ id }) => id))
    written.unbound.push(...changes.unbind)
  }
  if (changes.remove.length) {
    await carts.softDeleteLineItems(changes.remove)
    written.removed.push(...changes.remove)
  }
  await setLines(
    container,
    changes.forget.map((id) => ({
      id,
      data: { metadata: { [REQUEST_KEY]: REMOVED } },
    }))
  )
  written.forgotten.push(...changes.forget)
  await setLines(
    container,
    changes.update.map(({ id, line }) => ({ id, data: line }))
  )
  written.updated.push(...changes.update)
  await createLines(container, cart, changes.create, written)
  if (changes.notices.length) {
    await carts.updateCarts([
      { id: cart.id, metadata: { [NOTICES_KEY]: changes.notices } },
    ])
    written.notices = {
      cart_id: cart.id,
      before: cart.metadata?.[NOTICES_KEY] ?? REMOVED,
    }
  }
}

/** Puts everything back; what a shopper did meanwhile is under the same lock. */
export async function undoBoxes(
  container: MedusaContainer,
  written: WrittenBoxes
): Promise<void> {
  const carts = container.resolve(Modules.CART)
  const boxes = boxesOf(container)
  if (written.notices) {
    const { cart_id, before } = written.notices
    await carts.updateCarts([
      { id: cart_id, metadata: { [NOTICES_KEY]: before } },
    ])
  }
  if (written.bound.length) {
    await boxes.deleteCartBoxes(written.bound)
  }
  if (written.created.length) {
    await carts.deleteLineItems(written.created)
  }
  await setLines(
    container,
    written.updated.map(({ id, before }) => ({ id, data: before }))
  )
  await askAgain(container, written.forgotten)
  if (written.removed.length) {
    await carts.restoreLineItems(written.removed)
  }
  if (written.unbound.length) {
    await boxes.createCartBoxes(written.unbound)
  }
}

/** Writes the changes, all or none of them. */
export async function applyBoxes(
  container: MedusaContainer,
  cart: BoxCart,
  bound: readonly CartBoxDTO[],
  changes: BoxChanges
): Promise<WrittenBoxes> {
  const written = structuredClone(NOTHING)
  try {
    await write(container, cart, changes, written)
    const unbound = changes.unbind.map(({ id }) => id)
    await rememberCurrency(
      container,
      cart,
      bound.filter(({ id }) => !unbound.includes(id))
    )
    return written
  } catch (error) {
    await undoBoxes(container, written)
    throw error
  }
}
