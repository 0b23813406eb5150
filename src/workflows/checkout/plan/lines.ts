import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  ProductStatus,
  getVariantAvailability,
} from "@medusajs/framework/utils"
import { PRODUCT_PROFILE_MODULE } from "../../../modules/product-profile"
import type { ProductProfileService } from "../../../modules/product-profile/service"
import { settings } from "../../../settings"
import { Refusal, type RefusalDetail } from "../../refusal"
import type { CheckoutLine } from "../types"

type Variant = {
  id: string
  manage_inventory: boolean
  allow_backorder: boolean
  product?: {
    status: string
    sales_channels?: ({ id: string } | null)[]
  } | null
}

/** One line a variant, in the order they were sent. */
export function summed(lines: readonly CheckoutLine[]): CheckoutLine[] {
  const sums = new Map<string, number>()
  for (const { variant_id, quantity } of lines) {
    sums.set(variant_id, (sums.get(variant_id) ?? 0) + quantity)
  }
  return [...sums].map(([variant_id, quantity]) => ({ variant_id, quantity }))
}

/** As lines of a cart: with and without the box are two. */
const cartLines = (lines: readonly CheckoutLine[]): CheckoutLine[] =>
  [true, false].flatMap((original_box) =>
    summed(
      lines.filter((line) => (line.original_box ?? false) === original_box)
    ).map((line) => (original_box ? { ...line, original_box } : line))
  )

const isSold = ({ product }: Variant, channel: string) =>
  product?.status === ProductStatus.PUBLISHED &&
  Boolean(product.sales_channels?.some((held) => held?.id === channel))

const detailsOf = (
  lines: readonly CheckoutLine[],
  say: (line: CheckoutLine) => Omit<RefusalDetail, "field"> | undefined
): RefusalDetail[] =>
  lines.flatMap((line, index) => {
    const said = say(line)
    return said ? [{ field: `items.${index}`, ...said }] : []
  })

function refuseQuantities(lines: readonly CheckoutLine[]) {
  const most = settings.LINE_QUANTITY_MAX
  const details = detailsOf(lines, ({ variant_id, quantity }) =>
    Number.isInteger(quantity) && quantity >= 1 && quantity <= most
      ? undefined
      : { variant_id, message: `must be a whole number from 1 to ${most}` }
  )
  if (details.length) {
    throw new Refusal("invalid_quantity", "A quantity is out of range.", {
      details,
    })
  }
}

/** The refusal of what is not in stock; it says how much is left of what. */
export async function stockRefusal(
  container: MedusaContainer,
  channel: string,
  lines: readonly CheckoutLine[]
): Promise<Refusal | undefined> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const ids = lines.map(({ variant_id }) => variant_id)
  const [{ data }, stock] = await Promise.all([
    query.graph({
      entity: "variant",
      fields: ["id", "manage_inventory", "allow_backorder"],
      filters: { id: ids },
    }),
    getVariantAvailability(query, {
      variant_ids: ids,
      sales_channel_id: channel,
    }),
  ])
  const counted = new Set(
    (data as Variant[])
      .filter((variant) => variant.manage_inventory && !variant.allow_backorder)
      .map(({ id }) => id)
  )
  const details = detailsOf(lines, ({ variant_id, quantity }) => {
    const available = Math.max(0, stock[variant_id]?.availability ?? 0)
    return counted.has(variant_id) && available < quantity
      ? { message: `only ${available} left`, variant_id, available }
      : undefined
  })
  return details.length
    ? new Refusal("insufficient_inventory", "There is not enough in stock.", {
        kind: "NOT_ALLOWED",
        details,
      })
    : undefined
}

const inactiveVariants = (
  container: MedusaContainer,
  lines: readonly CheckoutLine[]
): Promise<string[]> => {
  const service: ProductProfileService = container.resolve(
    PRODUCT_PROFILE_MODULE
  )
  return service.listInactive(lines.map(({ variant_id }) => variant_id))
}

/** Refuses what is not for sale in this channel, or not in this number. */
export async function checkLines(
  container: MedusaContainer,
  channel: string,
  sent: readonly CheckoutLine[]
): Promise<CheckoutLine[]> {
  if (!sent.length) {
    throw new Refusal("cart_empty", "There is nothing in the cart.")
  }
  const lines = summed(sent)
  refuseQuantities(lines)
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "variant",
      fields: ["id", "product.status", "product.sales_channels.id"],
      filters: { id: lines.map(({ variant_id }) => variant_id) },
    })
  const inactive = new Set(await inactiveVariants(container, lines))
  const sold = new Set(
    (data as Variant[])
      .filter(
        (variant) => isSold(variant, channel) && !inactive.has(variant.id)
      )
      .map(({ id }) => id)
  )
  const details = detailsOf(lines, ({ variant_id }) =>
    sold.has(variant_id)
      ? undefined
      : { message: "is not for sale", variant_id }
  )
  if (details.length) {
    throw new Refusal("item_unavailable", "Something is not for sale here.", {
      details,
    })
  }
  const short = await stockRefusal(container, channel, lines)
  if (short) {
    throw short
  }
  return cartLines(sent)
}
