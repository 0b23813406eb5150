import type { OrderPlan, OrderState } from "../orders/plan"
import { createRandom, type Random } from "../random"
import { local, REJECTION, replies, words } from "./texts"

type Stars = keyof typeof words

export type ReviewPlan = {
  /** Of the order it is about. */
  number: number
  email: string
  sku: string
  rating: Stars
  title: string | null
  comment: string | null
  outcome: "shown" | "waiting" | "rejected"
  reason?: string
  reply?: string
  /** How many of the demo customers found it helpful. */
  votes: number
  at: Date
}

/** States in which the shopper has the goods and keeps them. */
const kept: ReadonlySet<OrderState> = new Set<OrderState>([
  "delivered",
  "partly-refunded",
])

const stars: readonly (readonly [Stars, number])[] = [
  [5, 52],
  [4, 26],
  [3, 11],
  [2, 6],
  [1, 5],
]

const outcomes: readonly (readonly [ReviewPlan["outcome"], number])[] = [
  ["shown", 88],
  ["waiting", 8],
  ["rejected", 4],
]

const DAY = 86_400_000

function planReview(random: Random, plan: OrderPlan, sku: string): ReviewPlan {
  const rating = random.weighted(stars)
  const speaksLocal = rating >= 4 && random.chance(0.3)
  const said = random.pick(speaksLocal ? local[plan.market] : words[rating])
  const outcome = random.weighted(outcomes)
  const answered = random.chance(rating <= 2 ? 0.8 : 0.15)
  const at = plan.at.delivered.getTime() + random.int(1, 9) * DAY
  return {
    number: plan.number,
    email: plan.person.email,
    sku,
    rating,
    ...said,
    outcome,
    ...(outcome === "rejected" ? { reason: REJECTION } : {}),
    ...(answered && outcome === "shown"
      ? { reply: random.pick(replies[rating <= 2 ? "bad" : "good"]) }
      : {}),
    votes: outcome === "shown" && random.chance(0.4) ? random.int(1, 3) : 0,
    at: new Date(Math.min(at, Date.now())),
  }
}

/** Each from the number of its order alone, as the orders are. */
export const planReviews = (orders: readonly OrderPlan[]): ReviewPlan[] =>
  orders
    .filter(({ state }) => kept.has(state))
    .flatMap((plan) => {
      const random = createRandom(`review ${plan.number}`)
      return plan.items
        .filter(() => random.chance(0.6))
        .map(({ sku }) => planReview(random, plan, sku))
    })
