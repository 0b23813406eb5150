import {
  attemptStates,
  awaitedStates,
  differenceKinds,
  eventStates,
  failureReasons,
  returnCauses,
  returnStates,
  returnWays,
} from "../../../modules/mobile-money/types"
import { reviewStatuses } from "../../../modules/review/types"
import {
  couponOrders,
  couponStates,
} from "../../../workflows/coupon/lib/select"
import { couponProblems } from "../../../workflows/coupon/lib/terms"
import { orders } from "../../lib/coupons/filters"
import { states } from "../../lib/coupons/state"
import resources from ".."

const words = resources.en["mobile-payments"]

it.each([
  ["state", awaitedStates],
  ["attemptState", attemptStates],
  ["reason", failureReasons],
  ["returnState", returnStates],
  ["way", returnWays],
  ["cause", returnCauses],
  ["kind", differenceKinds],
  ["messageState", eventStates],
] as const)(
  "there are words for every %s, and for no other",
  (group, names) => {
    expect(Object.keys(words[group]).sort()).toEqual([...names].sort())
  }
)

it("there are words for every state of a review, and for no other", () => {
  expect(Object.keys(resources.en.reviews.status).sort()).toEqual(
    [...reviewStatuses].sort()
  )
})

it("there are words for every state, order and problem of a coupon", () => {
  const { state, order, problem } = resources.en.coupons
  expect(Object.keys(state).sort()).toEqual([...couponStates].sort())
  expect([...states].sort()).toEqual([...couponStates].sort())
  expect(Object.keys(order).sort()).toEqual([...couponOrders].sort())
  expect([...orders].sort()).toEqual([...couponOrders].sort())
  expect(Object.keys(problem).sort()).toEqual(
    ["taken", ...couponProblems].sort()
  )
})
