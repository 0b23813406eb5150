import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  MOBILE_MONEY,
  type MobileMoneyService,
} from "../../../modules/mobile-money"
import type {
  AttemptRow,
  AwaitedRow,
} from "../../../modules/mobile-money/ledger/rows"
import { cardSessionsOf, findOut, patience, settleCard } from "../../payment"
import { alreadyPaid, undecided } from "../lib/refusals"
import type { PayPlan } from "../lib/types"

export const askProvidersStepId = "ask-providers-a-last-time"

const FROM = { actor: "shopper", source: "query" } as const

/** How long somebody else's work on the same money takes, in seconds. */
const A_MOMENT = 5

const secondsLeft = ({ created_at }: AttemptRow) =>
  Math.ceil(
    patience.unanswered - (Date.now() - new Date(created_at).getTime()) / 1000
  )

/** A phone that was asked may be paying; it is asked before it is passed over. */
async function askPhones(container: MedusaContainer, { id }: AwaitedRow) {
  const ledger = container.resolve<MobileMoneyService>(MOBILE_MONEY)
  for (const attempt of await ledger.openAttemptsOf(id)) {
    const found = await findOut(container, attempt, FROM)
    if (found === "settled" || found === "surplus") {
      throw alreadyPaid()
    }
    const mayAnswer = ["pending", "unknown", "busy"].includes(found)
    if (mayAnswer && attempt.state !== "failed" && secondsLeft(attempt) > 0) {
      throw undecided(secondsLeft(attempt))
    }
  }
}

/** A card that is confirmed pays, whatever the shopper chose since. */
async function askBanks(container: MedusaContainer, awaited: AwaitedRow) {
  for (const session of await cardSessionsOf(container, awaited)) {
    const found = await settleCard(container, awaited, session, FROM.actor)
    if (found === "busy") {
      throw undecided(A_MOMENT)
    }
    if (found === "settled") {
      return true
    }
  }
  return false
}

/**
 * The last question to whoever was asked for the money before. What it finds is
 * settled as always, and stays so whatever fails afterwards.
 */
export const askProvidersStep = createStep(
  askProvidersStepId,
  async ({ order_id, changes, payment }: PayPlan, { container }) => {
    const awaited = await container
      .resolve<MobileMoneyService>(MOBILE_MONEY)
      .awaitedOf(order_id)
    if (!awaited) {
      return new StepResponse({ paid: false })
    }
    if (changes) {
      await askPhones(container, awaited)
    }
    const paid = await askBanks(container, awaited)
    if (paid && payment.kind !== "card") {
      throw alreadyPaid()
    }
    return new StepResponse({ paid })
  }
)
