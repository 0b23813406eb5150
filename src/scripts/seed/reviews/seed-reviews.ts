import type {
  FilterableOrderProps,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { REVIEW_MODULE, type ReviewService } from "../../../modules/review"
import {
  createReviewWorkflow,
  moderateReviewWorkflow,
  replyToReviewWorkflow,
  voteOnReviewWorkflow,
} from "../../../workflows/review"
import { demoCustomers } from "../accounts"
import { MARKER } from "../orders/import/order-input"
import { planOrders } from "../orders/plan"
import { inParallel } from "../parallel"
import { planReviews, type ReviewPlan } from "./plan"

const AT_ONCE = 3

/** The one who moderates in the demo shop is nobody in particular. */
const BY = "seed"

type Order = { id: string; customer_id: string; products: Map<string, string> }

/** What the buyers of the demo orders say, and what the shop answers. */
export async function seedReviews(container: MedusaContainer, count: number) {
  const reviews = container.resolve<ReviewService>(REVIEW_MODULE)
  const orders = await demoOrders(container)
  const written = await reviews.listReviews(
    {},
    { select: ["id", "order_id", "product_id"], take: null, withDeleted: true }
  )
  const known = new Set(
    written.map(({ order_id, product_id }) => `${order_id} ${product_id}`)
  )
  const voters = await demoVoters(container)
  const plans = planReviews(planOrders(count, new Date()))
  await inParallel(plans, AT_ONCE, async (plan) => {
    const order = orders.get(plan.number)
    const product_id = order?.products.get(plan.sku)
    if (order && product_id && !known.has(`${order.id} ${product_id}`)) {
      await makeReview(container, plan, order, product_id, voters)
    }
  })
}

async function makeReview(
  container: MedusaContainer,
  { outcome, reason, reply, rating, title, comment, votes, at }: ReviewPlan,
  order: Order,
  product_id: string,
  voters: readonly string[]
) {
  const { result } = await createReviewWorkflow(container).run({
    input: {
      ...{ rating, title, comment, product_id },
      customer_id: order.customer_id,
      order_id: order.id,
      verified_only: true,
      moderation: outcome === "waiting" ? "before" : "after",
    },
  })
  const { id } = result
  const dated = { id, created_at: at }
  await container.resolve<ReviewService>(REVIEW_MODULE).updateReviews(dated)
  if (outcome === "rejected") {
    await moderateReviewWorkflow(container).run({
      input: { id, status: "rejected", reason, by: BY },
    })
  }
  if (reply) {
    await replyToReviewWorkflow(container).run({ input: { id, reply, by: BY } })
  }
  const others = voters.filter((voter) => voter !== order.customer_id)
  for (const customer_id of others.slice(0, votes)) {
    await voteOnReviewWorkflow(container).run({
      input: { id, customer_id, helpful: true },
    })
  }
}

async function demoVoters(container: MedusaContainer) {
  const customers = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers(
      { email: demoCustomers.map(({ email }) => email), has_account: true },
      { select: ["id"], order: { email: "ASC" } }
    )
  return customers.map(({ id }) => id)
}

async function demoOrders(container: MedusaContainer) {
  const orders = await container.resolve(Modules.ORDER).listOrders(
    // The declared filters leave metadata out; the module takes it.
    { metadata: { [MARKER]: { $ne: null } } } as FilterableOrderProps,
    {
      select: [
        "id",
        "customer_id",
        "metadata",
        "items.product_id",
        "items.variant_sku",
      ],
      relations: ["items"],
      take: null,
    }
  )
  return new Map<unknown, Order>(
    orders.map(({ id, customer_id, metadata, items }) => [
      metadata?.[MARKER],
      {
        id,
        customer_id: customer_id ?? "",
        products: new Map(
          items?.map(({ variant_sku, product_id }) => [
            variant_sku ?? "",
            product_id ?? "",
          ])
        ),
      },
    ])
  )
}
