import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { type ReadReview, reviewsOf } from "../../store/reviews/read"
import { orderOf } from "../../store/reviews/validators"
import type { AdminGetReviewsParams } from "./validators"
import { type AdminReview, adminReviewSchema } from "./view"

const spanOf = ({ from, to }: Pick<AdminGetReviewsParams, "from" | "to">) =>
  from || to
    ? {
        created_at: {
          ...(from ? { $gte: new Date(from) } : {}),
          ...(to ? { $lt: new Date(to) } : {}),
        },
      }
    : {}

const only = (filters: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== undefined)
  )

const filtersOf = ({
  replied,
  from,
  to,
  q,
  status,
  rating,
  product_id,
  customer_id,
  verified,
}: Omit<AdminGetReviewsParams, "limit" | "offset" | "order">) => ({
  ...only({ q, status, rating, product_id, customer_id, verified }),
  ...(replied === undefined ? {} : { reply: replied ? { $ne: null } : null }),
  ...spanOf({ from, to }),
})

/** What a review is about, by id; one question for all of a page. */
async function byId(
  container: MedusaContainer,
  entity: "product" | "customer" | "order",
  fields: string[],
  ids: readonly (string | null)[]
) {
  const id = [...new Set(ids.filter((one) => one !== null))]
  if (id.length === 0) {
    return new Map<string | null, object>()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity, fields: ["id", ...fields], filters: { id } })
  return new Map<string | null, object>(
    (data as { id: string }[]).map((row) => [row.id, row])
  )
}

const written = (row: ReadReview) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      name.endsWith("_at") && value !== null
        ? new Date(value as string | Date).toISOString()
        : value,
    ])
  )

export async function adminReviews(
  container: MedusaContainer,
  rows: readonly ReadReview[]
): Promise<AdminReview[]> {
  const [products, customers, orders] = await Promise.all([
    byId(
      container,
      "product",
      ["title", "thumbnail"],
      rows.map(({ product_id }) => product_id)
    ),
    byId(
      container,
      "customer",
      ["first_name", "last_name", "email"],
      rows.map(({ customer_id }) => customer_id)
    ),
    byId(
      container,
      "order",
      ["display_id"],
      rows.map(({ order_id }) => order_id)
    ),
  ])
  return rows.map((row) =>
    adminReviewSchema.parse({
      ...written(row),
      product: products.get(row.product_id) ?? null,
      customer: customers.get(row.customer_id) ?? null,
      order: orders.get(row.order_id) ?? null,
    })
  )
}

export async function readAdminReviews(
  container: MedusaContainer,
  { limit, offset, order, ...query }: AdminGetReviewsParams
): Promise<[AdminReview[], number]> {
  const [rows, count] = await reviewsOf(container).listAndCountReviews(
    filtersOf(query),
    { take: limit, skip: offset, order: orderOf(order) }
  )
  return [await adminReviews(container, rows), count]
}

export async function readAdminReview(
  container: MedusaContainer,
  id: string
): Promise<AdminReview> {
  const rows = await reviewsOf(container).listReviews({ id })
  if (rows.length === 0) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no review ${id}.`
    )
  }
  const [review] = await adminReviews(container, rows)
  return review
}
