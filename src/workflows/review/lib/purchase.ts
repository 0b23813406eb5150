import type { MedusaContainer } from "@medusajs/framework/types"
import { REVIEW_MODULE, type ReviewService } from "../../../modules/review"
import { Refusal } from "../../refusal"
import { deliveredLines } from "./delivered-lines"

const notDelivered = () =>
  new Refusal(
    "not_delivered",
    "Who has had this product delivered, and kept it, may review it.",
    { kind: "NOT_ALLOWED" }
  )

const alreadyReviewed = () =>
  new Refusal(
    "already_reviewed",
    "You have reviewed this already. Change that review instead.",
    { kind: "CONFLICT" }
  )

const unknownOrder = () =>
  new Refusal("not_delivered", "This order did not bring you the product.", {
    kind: "NOT_ALLOWED",
    details: [{ field: "order_id", message: "did not bring the product" }],
  })

type Wish = {
  customer_id: string
  product_id: string
  /** The order to speak about; without it the newest one not spoken about. */
  order_id?: string
  /** Whether only buyers may speak. */
  verified_only: boolean
}

/** The purchase a review is about, or the reason why there is none. */
export async function purchaseOf(
  container: MedusaContainer,
  { customer_id, product_id, order_id, verified_only }: Wish
): Promise<{ order_id: string | null; verified: boolean }> {
  const lines = await deliveredLines(container, customer_id, product_id)
  if (order_id && !lines.some((line) => line.order_id === order_id)) {
    throw unknownOrder()
  }
  const own = await container
    .resolve<ReviewService>(REVIEW_MODULE)
    .listReviews(
      { customer_id, product_id },
      { select: ["id", "order_id"], take: null }
    )
  const spoken = new Set(own.map((review) => review.order_id))
  const open = lines.find(
    (line) =>
      !spoken.has(line.order_id) && (!order_id || line.order_id === order_id)
  )
  if (open) {
    return { order_id: open.order_id, verified: true }
  }
  if (lines.length > 0) {
    throw alreadyReviewed()
  }
  if (verified_only) {
    throw notDelivered()
  }
  if (spoken.has(null)) {
    throw alreadyReviewed()
  }
  return { order_id: null, verified: false }
}

export { alreadyReviewed }
