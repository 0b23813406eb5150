import { type MarketCode, markets } from "../../../markets"
import { demoCustomers } from "../accounts"
import { type DemoProduct, demoProducts } from "../catalogue"
import { hasBox } from "../catalogue/boxes"
import { variantsOf } from "../catalogue/variants"
import { couponOf } from "../coupons"
import { createRandom, type Random } from "../random"
import { guestNumber, guestOf, type Person } from "./people"
import { momentOf } from "./moments"

export const orderStates = [
  "pending",
  "paid",
  "fulfilled",
  "shipped",
  "delivered",
  "returned",
  "partly-refunded",
  "refunded",
  "cancelled",
  "cancelled-paid",
] as const

export type OrderState = (typeof orderStates)[number]

type Moments = {
  placed: Date
  paid: Date
  fulfilled: Date
  shipped: Date
  delivered: Date
  returned: Date
  refunded: Date
  cancelled: Date
}

export type OrderPlan = {
  number: number
  market: MarketCode
  state: OrderState
  person: Person
  /** Bought with one of the demo log-ins. */
  isCustomer: boolean
  items: { sku: string; title: string; quantity: number; box?: boolean }[]
  shipping: "standard" | "express"
  coupon?: string
  tracking: string
  at: Moments
}

const shares: readonly (readonly [OrderState, number])[] = [
  ["delivered", 60],
  ["pending", 6],
  ["paid", 7],
  ["fulfilled", 4],
  ["shipped", 7],
  ["returned", 3],
  ["partly-refunded", 2],
  ["refunded", 3],
  ["cancelled", 5],
  ["cancelled-paid", 3],
]

const marketShares: readonly (readonly [MarketCode, number])[] = [
  ["ke", 40],
  ["bd", 30],
  ["in", 20],
  ["us", 10],
]

/** How many days ago an order in this state was placed. */
const ages: Record<OrderState, readonly [number, number]> = {
  pending: [0, 2],
  paid: [0, 2],
  fulfilled: [1, 3],
  shipped: [2, 6],
  delivered: [5, 90],
  returned: [14, 90],
  "partly-refunded": [10, 90],
  refunded: [16, 90],
  cancelled: [1, 90],
  "cancelled-paid": [2, 90],
}

const HOUR = 3_600_000

const sellable = demoProducts.filter(({ stock }) => stock !== "out")

const popularity = sellable.map(
  (product) =>
    [
      product,
      (product.tags.includes("bestseller") ? 4 : 1) +
        (product.offer ? 2 : 0) +
        (product.price < 60 ? 2 : 0),
    ] as const
)

/**
 * The orders of the shop, each from its own number alone: a shop with more
 * orders has all those of a smaller one. The first ones show every state.
 */
export function planOrders(count: number, now: Date): OrderPlan[] {
  const plans = Array.from({ length: count }, (_, index) =>
    planOrder(index + 1, now)
  )
  return plans.sort((a, b) => a.at.placed.getTime() - b.at.placed.getTime())
}

function planOrder(number: number, now: Date): OrderPlan {
  const random = createRandom(`order ${number}`)
  const market = random.weighted(marketShares)
  const state = orderStates[number - 1] ?? random.weighted(shares)
  const [youngest, oldest] = ages[state]
  const placed = momentOf(random, market, now, { youngest, oldest })
  const { person, isCustomer } = buyerOf(random, market)
  const items = itemsOf(random, boxesFor(number, state))
  // Core splits a coupon over lines to many decimals; one line stays whole.
  const canUseCoupon = items.length === 1
  return {
    number,
    market,
    state,
    person,
    isCustomer,
    items,
    shipping: random.chance(0.25) ? "express" : "standard",
    coupon: canUseCoupon && random.chance(0.25) ? couponOf(market) : undefined,
    tracking: `${market.toUpperCase()}${random.int(100_000_000, 999_999_999)}`,
    at: momentsAfter(random, placed, now),
  }
}

function momentsAfter(random: Random, placed: Date, now: Date): Moments {
  let last = placed.getTime()
  const later = (from: number, to: number) => {
    last = Math.min(
      now.getTime(),
      last + random.int(from * 60, to * 60) * 60_000
    )
    return new Date(last)
  }
  const paid = later(0.1, 3)
  const cancelled = new Date(
    Math.min(now.getTime(), paid.getTime() + random.int(1, 20) * HOUR)
  )
  const fulfilled = later(4, 20)
  const shipped = later(2, 18)
  const delivered = later(18, 60)
  const returned = later(48, 160)
  const refunded = later(4, 30)
  return {
    placed,
    paid,
    fulfilled,
    shipped,
    delivered,
    returned,
    refunded,
    cancelled,
  }
}

function buyerOf(random: Random, market: MarketCode) {
  const regular = demoCustomers.find((customer) => customer.market === market)
  if (regular && random.chance(0.15)) {
    return { person: regular, isCustomer: true }
  }
  const number = guestNumber(random)
  const person = guestOf(market, number, createRandom(`${market} ${number}`))
  return { person, isCustomer: false }
}

/** Boxes are drawn apart, so that all else stays as it was without them. */
function boxesFor(number: number, state: OrderState) {
  const random = createRandom(`box ${number}`)
  return (product: DemoProduct) =>
    state === "delivered" && hasBox(product) && random.chance(0.6)
}

function itemsOf(random: Random, isBoxed: (product: DemoProduct) => boolean) {
  const lines = random.weighted([
    [1, 62],
    [2, 28],
    [3, 10],
  ])
  const products = new Set(
    Array.from({ length: lines }, () => random.weighted(popularity))
  )
  return [...products].map((product) => ({
    sku: random.pick(variantsOf(product)).sku,
    title: product.title,
    quantity: product.price < 50 && random.chance(0.25) ? random.int(2, 3) : 1,
    ...(isBoxed(product) ? { box: true } : {}),
  }))
}

export const currencyOf = (market: MarketCode) => markets[market].currency
