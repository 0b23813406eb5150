import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  getTotalVariantAvailability,
  Modules,
} from "@medusajs/framework/utils"
import { wantedOrders } from "../../../modules/wishlist/types"
import { wishlists } from "../../../workflows/wishlist"
import type { AdminExportWishlistsParams } from "./validators"
import { type AdminWanted, wantedSchema } from "./view"

const orderOf = (order: string) => {
  const name = order.replace(/^-/, "")
  return {
    by: wantedOrders.find((known) => known === name) ?? "lists",
    descending: order.startsWith("-"),
  }
}

/** What is left of each product over all warehouses. */
async function stockOf(
  container: MedusaContainer,
  products: readonly { id: string; variants?: readonly Counted[] }[]
) {
  const counted = products.flatMap(({ variants = [] }) =>
    variants.filter(({ manage_inventory }) => manage_inventory)
  )
  const left = counted.length
    ? await getTotalVariantAvailability(
        container.resolve(ContainerRegistrationKeys.QUERY),
        { variant_ids: counted.map(({ id }) => id) }
      )
    : {}
  return (variants: readonly Counted[] = []) =>
    variants.length && variants.every((one) => one.manage_inventory)
      ? variants.reduce(
          (sum, { id }) => sum + Math.max(0, left[id]?.availability ?? 0),
          0
        )
      : null
}

type Counted = { id: string; manage_inventory: boolean }

async function readProducts(container: MedusaContainer, ids: string[]) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: [
        ...["id", "title", "handle", "thumbnail", "status"],
        ...["variants.id", "variants.manage_inventory"],
      ],
      filters: { id: ids },
    })
  return data
}

async function found(
  container: MedusaContainer,
  { q, product_id }: Omit<AdminExportWishlistsParams, "order">
) {
  if (!q) {
    return product_id ? [product_id] : undefined
  }
  const products = await container
    .resolve(Modules.PRODUCT)
    .listProducts(
      { q, ...(product_id ? { id: product_id } : {}) },
      { select: ["id"], take: null }
    )
  return products.map(({ id }) => id)
}

/** What people want, with as many statements for a hundred as for one. */
export async function readWanted(
  container: MedusaContainer,
  { order, ...filters }: AdminExportWishlistsParams,
  page: { limit: number; offset: number }
): Promise<[AdminWanted[], number]> {
  const product_ids = await found(container, filters)
  const [rows, count] = await wishlists(container).listWanted({
    product_ids,
    order: orderOf(order),
    ...page,
  })
  const products = rows.length
    ? await readProducts(
        container,
        rows.map((row) => row.product_id)
      )
    : []
  const left = await stockOf(container, products)
  const byId = new Map(products.map((product) => [product.id, product]))
  const wanted = rows.map((row) => {
    const product = byId.get(row.product_id)
    return wantedSchema.parse({
      ...row,
      title: product?.title ?? null,
      handle: product?.handle ?? null,
      thumbnail: product?.thumbnail ?? null,
      status: product?.status ?? null,
      stock: left(product?.variants),
      last_added_at: row.last_added_at.toISOString(),
    })
  })
  return [wanted, count]
}
