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
