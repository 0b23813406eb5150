import type { HttpTypes } from "@medusajs/framework/types"
import { type Shop, unique } from "../../support"
import type { TestPage } from "../../support/browser"

export type Row = {
  product_id: string
  rating?: number
  title?: string | null
  comment?: string | null
  status?: "pending" | "approved" | "rejected"
  reply?: string
}

/** A review as the database has it; its figures are counted with it. */
export async function reviewRow(shop: Shop, row: Row) {
  const id = unique("rev")
  await shop.sql(
    `insert into review (id, product_id, customer_id, author_name, rating,
       title, comment, verified, status, reply, replied_at)
     values ($1, $2, $3, 'Amina O.', $4, $5, $6, true, $7, $8,
       case when $8::text is null then null else now() end)`,
    [
      id,
      row.product_id,
      unique("cus"),
      row.rating ?? 4,
      row.title ?? null,
      row.comment ?? null,
      row.status ?? "approved",
      row.reply ?? null,
    ]
  )
  return id
}

/** Makes the figures of a product right after rows were put in by hand. */
export const countAnew = (shop: Shop, productId: string) =>
  shop.sql(
    `insert into review_summary
       (id, product_id, count_1, count_2, count_3, count_4, count_5,
        rating_count, rating_average)
     select $2, $1, count(*) filter (where rating = 1),
       count(*) filter (where rating = 2), count(*) filter (where rating = 3),
       count(*) filter (where rating = 4), count(*) filter (where rating = 5),
       count(*), round(avg(rating), 2)
     from review where product_id = $1 and status = 'approved'`,
    [productId, unique("revsum")]
  )

export const stateOf = async (shop: Shop, id: string) =>
  (
    await shop.sql<{
      status: string
      reply: string | null
      rejection_reason: string | null
      gone: boolean
    }>(
      `select status, reply, rejection_reason, deleted_at is not null as gone
       from review where id = $1`,
      [id]
    )
  )[0]

export const item = (page: TestPage, text: string) =>
  page.getByRole("article").filter({ hasText: text })

export const toast = (page: TestPage, text: string) =>
  page.locator("[data-sonner-toast]").getByText(text)

export const listOf = (product: HttpTypes.AdminProduct) =>
  `reviews?product=${product.id}`
